"""Writes records.tfrecords with the tfrecord package, for TFRecordTests: three images as the course's files hold them."""

import pathlib

import numpy
from tfrecord.writer import TFRecordWriter

here = pathlib.Path(__file__).parent
writer = TFRecordWriter(str(here / "records.tfrecords"))
for number in range(3):
    image = (numpy.arange(12, dtype=numpy.int64).reshape(3, 4) * 100 + number)
    label = (numpy.arange(12).reshape(3, 4) % 4 == number).astype(numpy.uint8)
    features = {
        "height": (3, "int"),
        "width": (4, "int"),
        "depth": (1, "int"),
        "image_raw" if number == 2 else "img_raw": (image.tobytes(), "byte"),
        "label_raw": (label.tobytes(), "byte"),
    }
    if number == 2:
        features["name"] = (b"SC-N-02-IM-0001-0048", "byte")
    writer.write(features)
writer.close()
