"""Writes the JPEG files that JPEGTests reads, with Pillow: 16 x 8 pixels, columns of 8 alike, so that nothing is lost."""

import pathlib

import numpy
from PIL import Image

here = pathlib.Path(__file__).parent
grey = numpy.repeat(numpy.array([[40, 200]], dtype=numpy.uint8), 8, axis=1).repeat(8, axis=0)
Image.fromarray(grey).save(here / "grey.jpg", quality=100)
Image.fromarray(grey).save(here / "progressive.jpg", quality=100, progressive=True)
colour = numpy.zeros((8, 16, 3), dtype=numpy.uint8)
colour[:, :8, 1] = 255
colour[:, 8:, 0] = 255
Image.fromarray(colour).save(here / "colour.jpg", quality=100, subsampling=0)
Image.fromarray(colour).convert("CMYK").save(here / "four.jpg", quality=100)
