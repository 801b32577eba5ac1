"""What load is put on: nginx, the storefront, and a storefront with a log. All on loopback."""

import json
import os
import pwd
import re
import select
import socket
import subprocess
import time

from places import HERE, ROOT, SLUICE
from process import cpu_seconds

BODY = "0123456789" * 10
_START_SECONDS = 60

_NGINX = """\
daemon off;
worker_processes 1;
worker_rlimit_nofile {files};
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
{user}
events {{ worker_connections {connections}; }}
http {{
  access_log off;
  default_type text/plain;
  keepalive_requests 1000000000;
  keepalive_timeout 1h;
  keepalive_time 24h;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  ssl_certificate {folder}/cert.pem;
  ssl_certificate_key {folder}/key.pem;
  ssl_protocols TLSv1.3;
  ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256;
  server {{ listen 127.0.0.1:{plain} backlog=4096; location / {{ return 200 "{body}"; }} }}
  server {{ listen 127.0.0.1:{tls} ssl backlog=4096; location / {{ return 200 "{body}"; }} }}
  server {{ listen 127.0.0.1:{h2} ssl http2 backlog=4096; location / {{ return 200 "{body}"; }} }}
  server {{ listen 127.0.0.1:{h2c} http2 backlog=4096; location / {{ return 200 "{body}"; }} }}
}}
"""


class TargetFailed(Exception):
    """A target did not start or did not answer as it should."""


class Nginx:
    """100 bytes from one worker: HTTP/1.1, TLS, HTTP/2 with TLS and without, a port each."""

    def __init__(self, children, cores, folder, files):
        self._children, self._cores, self._folder, self._files = children, cores, folder, files
        self._child = None

    def __enter__(self):
        ports = dict(zip(("plain", "tls", "h2", "h2c"), free_ports(4)))
        _make_certificate(self._folder)
        config = self._folder / "nginx.conf"
        user = "user www-data;" if os.geteuid() == 0 and _has_user("www-data") else ""
        config.write_text(_NGINX.format(
            folder=self._folder, body=BODY, user=user, files=self._files,
            connections=min(32_768, self._files - 100), **ports), encoding="utf-8")
        self._child = self._children.start(
            ["nginx", "-e", str(self._folder / "error.log"), "-p", str(self._folder),
             "-c", str(config)], self._cores, self._folder)
        for port in ports.values():
            _await_port(port, self._child, self._folder / "error.log")
        self._urls = {
            name: f"{'https' if name in ('tls', 'h2') else 'http'}://127.0.0.1:{port}"
            for name, port in ports.items()}
        return self

    def __exit__(self, *_):
        if self._child:
            self._children.stop(self._child)

    def url(self, target):
        return self._urls[target]

    def cpu_seconds(self):
        return cpu_seconds(self._child.pid)


class Storefront:
    """Our shop, one thread; a new one for each case of a round."""

    argv = (str(SLUICE), "storefront", "--port", "0")

    def __init__(self, children, cores, folder, java=""):
        self._children, self._cores, self._folder, self._java = children, cores, folder, java
        self._child = None
        self._url = ""

    def __enter__(self):
        with open(self._folder / "storefront.err", "wb") as err:
            self._child = self._children.start(
                list(self.argv), self._cores, self._folder, out=subprocess.PIPE,
                stdin=subprocess.PIPE, err=err)
        line = _line_of(self._child, _START_SECONDS)
        found = re.search(r"open at (http\S+?);", line)
        if not found:
            said = (self._folder / "storefront.err").read_text(errors="replace")
            raise TargetFailed(f"the storefront did not start: {line!r} {said}")
        self._url = found.group(1)
        return self

    def __exit__(self, *_):
        if self._child:
            self._children.stop(self._child)

    def url(self, _):
        return self._url

    def cpu_seconds(self):
        return cpu_seconds(self._child.pid)


class LoggedStorefront(Storefront):
    """The shop with a row for every answer, and a latency of its own.

    Its log tells of the last seconds, those that the generator reports.
    """

    def __init__(self, children, cores, folder, java, latency, seconds):
        super().__init__(children, cores, folder, java)
        jars = f"{ROOT / 'src' / 'target' / 'sluice.jar'}:{ROOT / 'src' / 'target' / 'lib'}/*"
        arguments = [latency] if latency else []
        self.argv = (java, "--enable-native-access=ALL-UNNAMED", f"-Dpeers.seconds={seconds}",
                     "-cp", jars, str(HERE / "truth" / "LoggedStorefront.java"), *arguments)

    def close(self):
        """Ends it, and returns what its log says."""
        try:
            out, _ = self._child.communicate(timeout=_START_SECONDS)
            return json.loads(out.decode().strip().splitlines()[-1])
        except (subprocess.TimeoutExpired, ValueError, IndexError) as e:
            raise TargetFailed(f"the storefront gave no log: {e}") from e


def free_ports(count):
    """Ports of loopback that nobody listens on at this moment."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def _make_certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(folder / "key.pem"),
         "-out", str(folder / "cert.pem")], check=True, capture_output=True, timeout=30)


def _await_port(port, child, log):
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if child.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TargetFailed("nginx did not start: " + (log.read_text() if log.exists() else ""))


def _line_of(child, seconds):
    ready, _, _ = select.select([child.stdout], [], [], seconds)
    return child.stdout.readline().decode(errors="replace") if ready else "nothing was printed"


def _has_user(name):
    try:
        pwd.getpwnam(name)
        return True
    except KeyError:
        return False
