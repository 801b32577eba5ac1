"""Reads a run log: its drops, and its HdrHistograms (base64 of the compressed V2 encoding)."""

import base64
import struct
import zlib

_COMPRESSED, _PLAIN = 0x1C849304, 0x1C849303
_COOKIE_MASK = ~0xF0


class Histogram:
    """Counts by bucket; histograms of the same shape add up."""

    def __init__(self):
        self._counts = {}
        self._unit_magnitude = self._half_magnitude = None

    def add(self, text):
        """Adds an encoded histogram."""
        head, size, body = _split(base64.b64decode(text + "=" * (-len(text) % 4)))
        _, _, digits, lowest, _, _ = head
        unit = max(lowest, 1).bit_length() - 1
        half = _half_magnitude(digits)
        if self._half_magnitude not in (None, half) or self._unit_magnitude not in (None, unit):
            raise ValueError("histograms of different shapes do not add up")
        self._unit_magnitude, self._half_magnitude = unit, half
        index = 0
        for number in _zigzag_numbers(body[:size]):
            if number < 0:
                index -= number
            else:
                if number:
                    self._counts[index] = self._counts.get(index, 0) + number
                index += 1

    @property
    def samples(self):
        return sum(self._counts.values())

    def quantile(self, share):
        """The highest value of the bucket that holds the quantile, None without samples."""
        wanted = max(1, round(share * self.samples + 0.499999))
        seen = 0
        for index in sorted(self._counts):
            seen += self._counts[index]
            if seen >= wanted:
                return self._highest(index)
        return None

    def _highest(self, index):
        half = self._half_magnitude
        bucket = (index >> half) - 1
        sub = (index & ((1 << half) - 1)) + (1 << half)
        if bucket < 0:
            sub -= 1 << half
            bucket = 0
        width = bucket + self._unit_magnitude
        return ((sub + 1) << width) - 1


def _half_magnitude(digits):
    largest = 2 * 10 ** digits
    return max((largest - 1).bit_length(), 1) - 1


def _split(data):
    cookie, length = struct.unpack_from(">ii", data)
    if cookie & _COOKIE_MASK == _COMPRESSED:
        data = zlib.decompress(data[8:8 + length])
        cookie, = struct.unpack_from(">i", data)
    if cookie & _COOKIE_MASK != _PLAIN:
        raise ValueError(f"not a V2 histogram: cookie {cookie:#x}")
    _, size, offset, digits, lowest, highest, ratio = struct.unpack_from(">iiiiqqd", data)
    return (size, offset, digits, lowest, highest, ratio), size, data[40:]


def _zigzag_numbers(body):
    at = 0
    while at < len(body):
        value = shift = 0
        while True:
            byte = body[at]
            at += 1
            if shift == 56:  # the ninth byte carries all of its eight bits
                value |= byte << shift
                break
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield (value >> 1) ^ -(value & 1)


def of_run_log(lines, name, from_nanos):
    """The named histogram of all intervals that begin at or after that time, summed."""
    total = Histogram()
    for interval in _intervals(lines, from_nanos):
        if interval.get(name):
            total.add(interval[name])
    return total


def dropped_in_run_log(lines, from_nanos):
    """Arrivals that found no free user in the intervals from that time on."""
    return sum(int(interval.get("dropped", 0)) for interval in _intervals(lines, from_nanos))


def _intervals(lines, from_nanos):
    for line in lines:
        kind, *fields = line.rstrip("\n").split("\t")
        if kind == "interval":
            values = dict(field.partition("=")[::2] for field in fields)
            if int(values["from"]) >= from_nanos:
                yield values
