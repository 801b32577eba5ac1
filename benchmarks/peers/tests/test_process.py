"""Processes are measured, bounded in time, and ended."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

from process import Children, cpu_seconds, thread_cpu_seconds

CORES = os.sched_getaffinity(0)


def python(code):
    return [sys.executable, "-c", code]


class ProcessTest(unittest.TestCase):

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)

    def measure(self, argv, timeout=60):
        with Children() as children:
            return children.measure(argv, CORES, self._folder.name, timeout)

    def test_output_exit_code_and_cpu_of_descendants(self):
        burn = "import time\nwhile time.process_time() < 0.3: pass"
        usage = self.measure(python(
            f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}]);"
            "print('out'); print('err', file=sys.stderr); sys.exit(3)"))
        self.assertEqual(("out\n", "err\n", 3), (usage.out, usage.err, usage.exit_code))
        self.assertGreaterEqual(usage.cpu_seconds, 0.3)
        self.assertFalse(usage.timed_out)

    def test_cpu_of_threads_by_their_names(self):
        busy = ("import threading\ndef burn():\n"
                " open('/proc/thread-self/comm', 'w').write('loop-0')\n while True: pass\n"
                "threading.Thread(target=burn).start()\n")
        with Children() as children:
            child = children.start(python(busy), CORES, self._folder.name)
            deadline = time.monotonic() + 20
            while thread_cpu_seconds(child.pid, "loop-") < 0.2 and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertGreaterEqual(thread_cpu_seconds(child.pid, "loop-"), 0.2)
            self.assertEqual(0, thread_cpu_seconds(child.pid, "other"))

    def test_peak_is_the_programs_own(self):
        # /bin/sleep needs far less than this interpreter, which starts it
        self.assertLess(self.measure(["sleep", "0.5"]).peak_rss_mb, 6)
        big = python("import time; x = b'1' * 60_000_000; time.sleep(0.5)")
        self.assertGreater(self.measure(big).peak_rss_mb, 55)

    def test_a_time_out_ends_it(self):
        usage = self.measure(["sleep", "100"], timeout=0.3)
        self.assertTrue(usage.timed_out)
        self.assertLess(usage.wall_seconds, 50)

    def test_leaving_the_block_ends_what_runs_and_its_children(self):
        with Children() as children:
            child = children.start(["sh", "-c", "sleep 100 & echo $!; wait"], CORES,
                                   self._folder.name, out=subprocess.PIPE)
            grandchild = int(child.stdout.readline())
            child.stdout.close()
        self.assertIsNotNone(child.returncode)
        self.assertTrue(self._gone(grandchild))

    @staticmethod
    def _gone(pid):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
                    if file.read().rpartition(")")[2].split()[0] == "Z":
                        return True
            except OSError:
                return True
        return False

    def test_runs_on_the_cores_it_was_given(self):
        core = min(CORES)
        with Children() as children:
            usage = children.measure(
                python("import os; print(sorted(os.sched_getaffinity(0)))"), {core},
                self._folder.name, 60)
        self.assertEqual(f"[{core}]\n", usage.out)

    def test_cpu_of_what_is_gone_is_nothing(self):
        with Children() as children:
            child = children.start(["true"], CORES, self._folder.name)
            child.wait()
            self.assertEqual(0, cpu_seconds(child.pid))


if __name__ == "__main__":
    unittest.main()
