"""Holds TFRecord files against TensorFlow, by hand: python3 check_with_tensorflow.py SEGLAB

Exports a generated set with the program SEGLAB, reads it with tf.data, and compares pixels and labels with the PNG export; then lets
TensorFlow write the same images by both editions' names, imports them, and compares again.
"""

import pathlib
import subprocess
import sys
import tempfile

import numpy
import tensorflow as tf

program = str(pathlib.Path(sys.argv[1]).resolve())


def seglab(folder, *words):
    """Runs the program in `folder`."""
    subprocess.run([program, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def pixels(path):
    """A PNG file as rows of numbers."""
    data = tf.io.read_file(str(path))
    image = tf.io.decode_png(data, dtype=tf.uint8)
    return image.numpy()[:, :, 0].astype(numpy.int64)


def exported(folder, name):
    """The images and labels of a set by name, as its PNG export holds them."""
    out = folder / f"png-{name}"
    seglab(folder, "data", "export", name, "--format", "png", "--out", str(out))
    return {
        file.stem: (pixels(file), pixels(out / "labels" / file.name) // 255)
        for file in sorted((out / "images").glob("*.png"))
    }


def compare(expected, found, what):
    """Stops where names, pixels or labels differ."""
    assert sorted(expected) == sorted(found), (what, sorted(expected)[:3], sorted(found)[:3])
    for name, (image, label) in expected.items():
        assert numpy.array_equal(image, found[name][0]), (what, name, "image")
        assert numpy.array_equal(label, found[name][1]), (what, name, "label")
    print(f"{what}: {len(expected)} images are equal")


def read_records(files):
    """What TensorFlow finds in record files: by the course's names, each pixel a number of 64 bits."""
    kinds = {name: tf.io.FixedLenFeature([], tf.int64) for name in ("height", "width", "depth")}
    kinds |= {name: tf.io.FixedLenFeature([], tf.string) for name in ("img_raw", "label_raw", "name")}
    found = {}
    for record in tf.data.TFRecordDataset([str(file) for file in files]):
        example = tf.io.parse_single_example(record, kinds)
        shape = (int(example["height"]), int(example["width"]))
        assert int(example["depth"]) == 1
        image = tf.reshape(tf.io.decode_raw(example["img_raw"], tf.int64), shape).numpy()
        label = tf.reshape(tf.io.decode_raw(example["label_raw"], tf.uint8), shape).numpy()
        found[example["name"].numpy().decode()] = (image, label.astype(numpy.int64))
    return found


def write_records(file, samples, image_name, options=None):
    """Lets TensorFlow write samples."""

    def number(value):
        return tf.train.Feature(int64_list=tf.train.Int64List(value=[value]))

    def row(value):
        return tf.train.Feature(bytes_list=tf.train.BytesList(value=[value]))

    with tf.io.TFRecordWriter(str(file), options) as writer:
        for name, (image, label) in samples.items():
            features = {
                "height": number(image.shape[0]),
                "width": number(image.shape[1]),
                "depth": number(1),
                image_name: row(image.astype(numpy.int64).tobytes()),
                "label_raw": row(label.astype(numpy.uint8).tobytes()),
                "name": row(name.encode()),
            }
            example = tf.train.Example(features=tf.train.Features(feature=features))
            writer.write(example.SerializeToString())


with tempfile.TemporaryDirectory() as place:
    folder = pathlib.Path(place)
    seglab(folder, "init", "--quiet", "course")
    course = folder / "course"
    seglab(course, "data", "make", "cardiac", "--count", "12")
    expected = exported(course, "cardiac")
    seglab(course, "data", "export", "cardiac", "--format", "tfrecord", "--out", "records")
    compare(expected, read_records(sorted((course / "records").glob("*"))), "written by SegLab, read by TensorFlow")
    for image_name in ("img_raw", "image_raw"):
        file = course / f"{image_name}.tfrecords"
        write_records(file, expected, image_name)
        name = image_name.replace("_", "-")
        seglab(course, "data", "import", str(file), "--as", name)
        found = exported(course, name)
        # Without a full scale of their own, records of wide numbers are read against their largest value.
        for key, (image, label) in found.items():
            largest = max(1, expected[key][0].max())
            found[key] = (numpy.rint(image * largest / 255).astype(numpy.int64), label)
        compare(expected, found, f"written by TensorFlow as {image_name}, read by SegLab")
print("TensorFlow", tf.__version__)
