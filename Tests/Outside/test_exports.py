"""What `seglab export` writes, read by the programs that it is for."""

import gzip
import json
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

import pytest

numpy = pytest.importorskip("numpy")
import conftest
import exported_course  # noqa: E402  (needs numpy)


@pytest.fixture(scope="session")
def course(run, tmp_path_factory):
    """A course with a run of each experiment."""
    folder = tmp_path_factory.mktemp("exports")
    exported_course.write(folder)
    run(folder, "data", "import", "tiny", "--as", "tiny")
    run(folder, "run", 1, "--logdir", folder / "live")
    return folder


@pytest.fixture(scope="session")
def samples(course, run):
    """Images and what the networks of SegLab give for them, by experiment: `[N, height, width, channels]`."""
    made = {}
    for name in exported_course.EXPERIMENTS + list(exported_course.PREPARED):
        run(course, "export", "npz", f"layers/{name}", "--samples", 2, "--out", f"{name}.npz")
        made[name] = numpy.load(course / f"{name}.npz")
    return made


# ONNX


@pytest.mark.parametrize("layout", ["nhwc", "nchw"])
@pytest.mark.parametrize("name", exported_course.EXPERIMENTS)
def test_onnx_runtime_gives_our_scores(course, run, samples, name, layout):
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    path = course / f"{name}-{layout}.onnx"
    run(course, "export", "onnx", f"layers/{name}", "--layout", layout, "--out", path)
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    shapes = onnx.shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    assert (model.ir_version, model.opset_import[0].version) == (8, 17)
    batch = model.graph.input[0].type.tensor_type.shape.dim[0]
    assert batch.dim_param == "N"
    assert all(value.type.tensor_type.HasField("shape") for value in shapes.graph.value_info)
    facts = {entry.key: entry.value for entry in model.metadata_props}
    assert facts["experiment"] == f"layers/{name}" and facts["classes"] == "2" and facts["layout"] == layout
    assert json.loads(facts["plan"])["split"] == "image"
    layers = {node.name for node in model.graph.node}
    assert {"fcn": "conv1", "unet": "skip1", "matrices": "pixels", "windows": "cut", "tangle": "sum-relu", "crops": "inside"}[name] in layers
    session = runtime.InferenceSession(str(path))
    images, expected = samples[name]["images"], samples[name]["logits"]
    if layout == "nchw":
        images = numpy.ascontiguousarray(images.transpose(0, 3, 1, 2))
    found = session.run(None, {session.get_inputs()[0].name: images})[0]
    if layout == "nchw":
        found = found.transpose(0, 2, 3, 1)
    assert found.shape == expected.shape and numpy.abs(found - expected).max() < 1e-4


def test_the_lab_has_every_kind_of_layer(course):
    source = (conftest.ROOT / "Sources" / "SegLab" / "Network.swift").read_text()
    kinds = re.findall(r"(\w+)\(", source[source.index("plainLayers"):source.index("\n  ]", source.index("plainLayers"))])
    assert len(kinds) > 15
    for kind in kinds:
        assert re.search(rf"^ +(return )?{kind}\(|{{ {kind}\(", exported_course.LAB, re.M), kind


@pytest.mark.parametrize("name", exported_course.PREPARED)
def test_onnx_prepares_images_as_the_lab_does(course, run, samples, name):
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    path = course / f"{name}.onnx"
    run(course, "export", "onnx", f"layers/{name}", "--out", path)
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = runtime.InferenceSession(str(path))
    from PIL import Image

    # What the archive holds is prepared already; the model takes images as they are.
    pictures = sorted((course / "tiny" / "images").glob("*.png"))
    raw = numpy.stack([numpy.asarray(Image.open(path), dtype=numpy.float32) / 255 for path in pictures])[..., None]
    given = session.run(None, {session.get_inputs()[0].name: raw})[0]
    for logits in samples[name]["logits"]:
        assert min(numpy.abs(given - logits).max(axis=(1, 2, 3))) < 1e-4


def test_what_a_model_cannot_hold_is_refused_or_left_out(course, run, samples):
    """Without the images nobody knows their size, nor the mean of all."""
    runtime = pytest.importorskip("onnxruntime")
    sets, away = course / ".seglab" / "data", course / "away"
    sets.rename(away)
    try:
        for name, word in [("resized", "Resize"), ("prepared", "perSet")]:
            said = refusal(course, "export", "onnx", f"layers/{name}", "--out", f"{name}-not.onnx")
            assert word in said and "--prepared" in said and not (course / f"{name}-not.onnx").exists()
        run(course, "export", "onnx", "layers/resized", "--prepared", "--out", "resized.onnx")
        # A size that comes first may be left to whoever has the images.
        run(course, "export", "onnx", "layers/padded", "--out", "padded-already.onnx")
    finally:
        if sets.exists():
            sets.rmdir()
        away.rename(sets)
    for name, file in [("resized", "resized.onnx"), ("padded", "padded-already.onnx")]:
        session = runtime.InferenceSession(str(course / file))
        found = session.run(None, {session.get_inputs()[0].name: samples[name]["images"]})[0]
        assert numpy.abs(found - samples[name]["logits"]).max() < 1e-4


@pytest.fixture(scope="session")
def shipped(run, tmp_path_factory):
    """The labs that come with SegLab, with generated images."""
    folder = tmp_path_factory.mktemp("shipped")
    run(folder, "init", "--quiet", ".")
    for name in ("cardiac", "knee"):
        run(folder, "data", "make", name)
    return folder


@pytest.mark.parametrize("lab", [1, 2, 3, 4])
def test_onnx_runtime_gives_the_scores_of_the_shipped_labs(shipped, run, lab):
    """Lab 1's network, with its 403 MB, among them."""
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    solution = next((conftest.ROOT / "solutions").glob(f"{lab:02}-*.md"))
    report = shipped / f"{lab}.json"
    run(shipped, "run", lab, "--with", solution, "--profile", "quick", "--keep-weights", "--report", report, codes=(0, 1, 3))
    # Trainings of one network differ in their numbers alone.
    runs = {tuple(map(str, experiment["layers"])): experiment["run"]
            for experiment in json.loads(report.read_text())["report"]["experiments"] if experiment.get("run")}
    assert runs
    for digest in runs.values():
        model, archive = shipped / "model.onnx", shipped / "model.npz"
        run(shipped, "export", "onnx", digest, "--prepared", "--out", model)
        run(shipped, "export", "npz", digest, "--samples", 1, "--out", archive)
        onnx.checker.check_model(str(model), full_check=True)
        session = runtime.InferenceSession(str(model))
        arrays = numpy.load(archive)
        found = session.run(None, {session.get_inputs()[0].name: arrays["images"]})[0]
        assert numpy.abs(found - arrays["logits"]).max() < 1e-4
        model.unlink(), archive.unlink()
    run(shipped, "export", "card", digest, "--out", "card.md")
    assert sorted(path.name for path in (shipped / "card-pictures").iterdir()) == [
        "best.png", "median.png", "worst-1.png", "worst-2.png", "worst-3.png"]


def test_netron_shows_the_layers(course, run, browser, tmp_path):
    pytest.importorskip("netron")
    path = course / "unet-nhwc.onnx"
    run(course, "export", "onnx", "layers/unet", "--out", path)
    start = "import netron, sys; print(*netron.start(sys.argv[1], ('127.0.0.1', 0), browse=False), flush=True); netron.wait()"
    server = subprocess.Popen([sys.executable, "-c", start, str(path)], stdout=subprocess.PIPE, text=True)
    page = browser.new_page(viewport={"width": 1000, "height": 1600})
    # It would ask another computer who is looking.
    page.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
    try:
        host, port = server.stdout.readline().split()
        page.goto(f"http://{host}:{port}/")
        page.get_by_text("Accept").click()
        canvas = page.locator("#canvas")
        canvas.get_by_text("ConvTranspose").wait_for(timeout=60_000)
        shown = canvas.text_content()
        for operation in ("BatchNormalization", "Concat", "Conv", "MaxPool", "Relu", "image", "logits"):
            assert operation in shown
        # The nodes' names in the place of their operations.
        page.keyboard.press("Control+u")
        canvas.get_by_text("enc1norm").first.wait_for(timeout=30_000)
        shown = canvas.text_content()
        for layer in ("enc1", "enc1norm", "pool1", "mid", "up1", "skip1", "dec1", "score"):
            assert layer in shown
        # Nothing lies over it any more.
        canvas.get_by_text("skip1").first.click(trial=True)
        page.screenshot(path=tmp_path / "netron.png")
    finally:
        page.close()
        server.terminate()
        server.wait(timeout=30)


# PyTorch, NumPy


@pytest.mark.parametrize("name", ["fcn", "unet", "matrices"])
def test_pytorch_gives_our_scores(course, run, samples, name):
    torch = pytest.importorskip("torch")
    import torch_networks

    path = course / f"{name}.safetensors"
    run(course, "export", "safetensors", f"layers/{name}", "--layout", "torch", "--out", path)
    network = torch_networks.load(name, path)
    images, expected = samples[name]["images"], samples[name]["logits"]
    with torch.no_grad():
        found = network(torch.from_numpy(images.transpose(0, 3, 1, 2).copy())).numpy().transpose(0, 2, 3, 1)
    assert numpy.abs(found - expected).max() < 1e-4


def test_safetensors_and_numpy_hold_the_same(course, run, samples):
    safetensors = pytest.importorskip("safetensors.numpy")
    run(course, "export", "safetensors", "layers/unet", "--out", "hwio.safetensors")
    arrays = safetensors.load_file(course / "hwio.safetensors")
    assert arrays["enc1/weights"].shape == (3, 3, 1, 4) and "enc1norm/runningVariance" in arrays
    for name, array in arrays.items():
        assert numpy.array_equal(array, samples["unet"][name])


def test_a_network_starts_from_weights_of_another_program(course, run):
    safetensors = pytest.importorskip("safetensors.numpy")
    run(course, "export", "safetensors", "layers/unet", "--layout", "torch", "--out", "elsewhere.safetensors")
    arrays = safetensors.load_file(course / "elsewhere.safetensors")
    run(course, "import", "weights", "elsewhere.safetensors", "--into", 1, "unet")
    run(course, "run", 1, "--report", "started.json")
    report = json.loads((course / "started.json").read_text())["report"]
    plans = {experiment["id"]: experiment["plan"] for experiment in report["experiments"]}
    assert "start" in plans["unet"] and "start" not in plans["fcn"]
    for change, word in [
        (lambda all: all.pop("mid.weight"), "mid.weight"),
        (lambda all: all.update({"mid.weight": all["mid.weight"][:4]}), "[8, 4, 3, 3]"),
        (lambda all: all.update({"extra.weight": all["mid.weight"]}), "extra.weight"),
        (lambda all: all.update({"mid.bias": all["mid.bias"] * numpy.nan}), "NaN"),
    ]:
        changed = dict(arrays)
        change(changed)
        safetensors.save_file(changed, course / "changed.safetensors")
        assert word in refusal(course, "import", "weights", "changed.safetensors", "--into", 1, "unet")
    whole = (course / "elsewhere.safetensors").read_bytes()
    for broken in [b"", whole[:7], whole[:40], whole[:-1], whole + b"x", b"\xff" * 8 + whole[8:]]:
        (course / "broken.safetensors").write_bytes(broken)
        assert "broken.safetensors" in refusal(course, "import", "weights", "broken.safetensors", "--into", 1, "unet")
    run(course, "import", "weights", "--forget", "--into", 1, "unet")
    run(course, "run", 1, "--report", "plain.json")
    report = json.loads((course / "plain.json").read_text())["report"]
    assert all("start" not in experiment["plan"] for experiment in report["experiments"])


def refusal(folder, *arguments):
    """What a command says that refuses: one exit code for bad files or bad words, and nothing else."""
    seglab = next(path for path in refusal.programs)
    done = subprocess.run([str(seglab), *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode in (2, 65), f"{arguments}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="session", autouse=True)
def program(seglab):
    refusal.programs = [seglab]


def test_bad_words_and_full_disks_are_told_in_a_line(course):
    for kind in ("safetensors", "npz", "onnx"):
        assert "No space" in refusal(course, "export", kind, "layers/fcn", "--out", "/dev/full")
        said = refusal(course, "export", kind, "layers/fcm", "--out", "none.file")
        assert "layers/fcn" in said and not (course / "none.file").exists()
    assert "layers/" in refusal(course, "export", "onnx", "layers", "--out", "none.file")


# TensorBoard


@pytest.fixture(scope="session", params=["live", "stored"])
def board(request, course, run):
    """A TensorBoard on loopback over what was written while training, or from the store; asks its HTTP API."""
    pytest.importorskip("tensorboard")
    folder = course / request.param
    if request.param == "stored":
        run(course, "export", "tensorboard", "--out", folder)
    server = subprocess.Popen(
        [sys.executable, "-m", "tensorboard.main", "--logdir", str(folder), "--host", "127.0.0.1", "--port", "0",
         "--load_fast", "false"],
        stderr=subprocess.PIPE, text=True,
    )
    address = None
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            address = found.group(0)
            break
    assert address, "TensorBoard did not start"

    def ask(path, body=None, **query):
        url = address + "data/" + path + ("?" + urllib.parse.urlencode(query) if query else "")
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(url, data, {"Content-Type": "application/json"})) as answer:
            return answer.read() if "graphs/graph" in path or "individualImage" in path else json.load(answer)

    for _ in range(60):
        if "layers/unet" in ask("runs") and len(ask("plugin/scalars/tags")) >= 20:
            break
        time.sleep(0.5)
    ask.kind, ask.address = request.param, address
    yield ask
    server.terminate()
    server.wait(timeout=30)


def side(board, experiment, name):
    """The run of one side of an experiment."""
    return next(run for run in board("runs") if re.fullmatch(rf"layers/{experiment}/[0-9a-f]{{8}}/{name}", run))


def test_board_has_every_curve(board, course, run):
    run(course, "run", 1, "--report", "all.json")
    report = json.loads((course / "all.json").read_text())["report"]
    unet = next(experiment for experiment in report["experiments"] if experiment["id"] == "unet")
    train, validation = side(board, "unet", "train"), side(board, "unet", "validation")
    for tag in ("loss", "accuracy", "learning_rate"):
        points = board("plugin/scalars/scalars", tag=tag, run=train)
        key = {"learning_rate": "learningRate"}.get(tag, tag)
        assert [point[1] for point in points] == [entry["step"] + 1 for entry in unet["history"]]
        assert numpy.allclose([point[2] for point in points], [entry[key] for entry in unet["history"]], rtol=1e-5)
    for tag in ("loss", "accuracy", "dice"):
        assert len(board("plugin/scalars/scalars", tag=tag, run=validation)) == 2
    dice = board("plugin/scalars/scalars", tag="metrics/dice", run=validation)
    assert dice[-1][2] == pytest.approx(unet["metrics"]["dice"], rel=1e-5)
    baseline = board("plugin/scalars/scalars", tag="accuracy", run=side(board, "unet", "baseline"))
    assert baseline[0][2] == pytest.approx(unet["metrics"]["baselineAccuracy"], rel=1e-5)


def test_board_has_images_histograms_text_and_curve(board):
    train, validation = side(board, "unet", "train"), side(board, "unet", "validation")
    images = board("plugin/images/tags")[validation]
    assert set(images) == {f"images/{kind}" for kind in ("input", "label", "prediction", "difference")}
    shown = board("plugin/images/images", tag="images/label", run=validation, sample=0)
    picture = board("plugin/images/individualImage?" + shown[0]["query"])
    assert picture.startswith(b"\x89PNG")
    tags = board("plugin/histograms/tags")[train]
    assert {"enc1/weights", "enc1norm/runningMean", "score/bias"} <= set(tags)
    assert (board.kind == "live") == ("enc1/weights/gradient" in tags)
    bins = board("plugin/histograms/histograms", tag="enc1/weights", run=train)[-1][2]
    assert sum(bin[2] for bin in bins) == 3 * 3 * 4
    session = train.rsplit("/", 1)[0]
    assert "run" in board("plugin/text/tags")[session]
    assert "enc1norm" in board("plugin/text/text", tag="run", run=session)[0]["text"]
    curve = board("plugin/pr_curves/pr_curves", tag="class_1", run=validation)[validation][-1]
    assert len(curve["precision"]) == len(curve["recall"]) > 10 and max(curve["recall"]) == pytest.approx(1)


def test_board_has_both_graphs(board):
    for name, wanted, other in [("train", "Optimizer/enc1/weights", "Metrics/Dice"), ("validation", "Metrics/Dice", "Optimizer/")]:
        text = board("plugin/graphs/graph", run=side(board, "unet", name), conceptual="false").decode()
        for node in ("enc1/Conv2D", "enc1/weights", "skip1/Concat", "up1/Conv2DTranspose", wanted):
            assert f'name: "{node}"' in text
        assert f'name: "{other}' not in text and "_output_shapes" in text


def test_board_compares_hyperparameters(board):
    infos = board("plugin/hparams/experiment", {"experimentName": "", "hparamsLimit": 0})
    assert {"learning_rate", "batch_size", "optimizer", "seed"} <= {info["name"] for info in infos["hparamInfos"]}
    asked = {
        "experimentName": "", "allowedStatuses": ["STATUS_SUCCESS"], "startIndex": 0, "sliceSize": 100,
        "colParams": [{"metric": metric["name"]} for metric in infos["metricInfos"]],
    }
    groups = board("plugin/hparams/session_groups", asked)["sessionGroups"]
    sweep = [group for group in groups if "/sweep/" in group["sessions"][0]["name"]]
    assert sorted(group["hparams"]["learning_rate"] for group in sweep) == [0.02, 0.1]
    assert all(len(group["metricValues"]) == len(infos["metricInfos"]) for group in groups)


def test_board_opens_in_a_browser(board, browser, tmp_path):
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    faults = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))

    def shows(place, *words):
        """Opens a page of TensorBoard and waits until it shows all of the words."""
        page.goto("about:blank")
        page.goto(board.address + place)
        for _ in range(60):
            text = page.evaluate(DEEP_TEXT)
            if all(word in text for word in words):
                return True
            page.wait_for_timeout(500)
        return False

    assert shows("#graphs", "Optimizer", "Loss", "Gradients")
    # The address chooses no run, so it is chosen as a person would; and it is looked at once its boxes stand still.
    page.locator("tf-graph-controls paper-dropdown-menu").first.click()
    page.get_by_text(side(board, "unet", "train"), exact=True).last.click()
    page.wait_for_function("(" + DEEP_TEXT + ")().includes('skip1')", timeout=30_000)
    page.get_by_text("Fit to screen").click()
    page.wait_for_timeout(2_000)
    page.screenshot(path=tmp_path / "graph.png")
    assert shows("#hparams", "learning_rate", "Dice")
    # Of more than forty runs TensorBoard shows none until somebody asks.
    assert shows("#images", "Toggle All Runs")
    page.get_by_text("Toggle All Runs").click()
    page.wait_for_function("(" + DEEP_TEXT + ")().includes('images/difference')", timeout=30_000)
    assert not faults
    page.close()


# All text of a page, within its components too.
DEEP_TEXT = """() => {
  const words = [];
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent);
    if (node.shadowRoot) visit(node.shadowRoot);
    node.childNodes.forEach(visit);
  };
  visit(document.body);
  return words.join(' ');
}"""


# NIfTI


def test_nibabel_reads_our_volumes_and_we_read_its(course, run, tmp_path):
    nibabel = pytest.importorskip("nibabel")
    run(course, "data", "export", "tiny", "--format", "nifti", "--out", tmp_path / "nifti")
    volumes = sorted((tmp_path / "nifti" / "imagesTr").iterdir())
    assert [path.name for path in volumes] == [f"patient{number:02}.nii.gz" for number in range(4)]
    from PIL import Image

    image = nibabel.load(volumes[1])
    label = nibabel.load(tmp_path / "nifti" / "labelsTr" / volumes[1].name)
    assert image.shape == label.shape == (exported_course.WIDTH, exported_course.HEIGHT, 3)
    for slice in range(3):
        picture = numpy.asarray(Image.open(course / "tiny" / "images" / f"patient01_{slice}.png"))
        assert numpy.array_equal(image.get_fdata()[:, :, slice].T, picture)
        mask = numpy.asarray(Image.open(course / "tiny" / "labels" / f"patient01_{slice}.png")) > 0
        assert numpy.array_equal(numpy.asarray(label.dataobj)[:, :, slice].T, mask)
    # As ACDC lays volumes out, with spacing, numbers that are scaled, and a label of several classes.
    place = tmp_path / "acdc" / "patient007"
    place.mkdir(parents=True)
    generator = numpy.random.default_rng(2)
    voxels = generator.normal(0, 100, (9, 7, 4)).astype(numpy.float32)
    classes = generator.integers(0, 4, (9, 7, 4)).astype(numpy.uint8)
    affine = numpy.diag([1.5, 1.25, 8, 1])
    nibabel.save(nibabel.Nifti1Image(voxels, affine), place / "patient007_frame01.nii.gz")
    nibabel.save(nibabel.Nifti1Image(classes, affine), place / "patient007_frame01_gt.nii.gz")
    nibabel.save(nibabel.Nifti1Image(voxels, affine), place / "patient007_4d.nii.gz")
    run(course, "data", "import", tmp_path / "acdc", "--as", "acdc")
    run(course, "data", "export", "acdc", "--format", "nifti", "--out", tmp_path / "again")
    again = nibabel.load(tmp_path / "again" / "imagesTr" / "patient007_frame01.nii.gz")
    assert numpy.allclose(again.header.get_zooms(), (1.5, 1.25, 8)) and again.shape == (9, 7, 4)
    span = voxels.max() - voxels.min()
    assert numpy.abs(again.get_fdata() / 65535 * span + voxels.min() - voxels).max() < span / 65000
    labels = nibabel.load(tmp_path / "again" / "labelsTr" / "patient007_frame01.nii.gz")
    assert numpy.array_equal(numpy.asarray(labels.dataobj), classes)
    bytes = gzip.decompress((place / "patient007_frame01.nii.gz").read_bytes())
    bomb = bytes[:40] + numpy.array([3, 32767, 32767, 32767], "<i2").tobytes() + bytes[48:]
    (place / "patient007_frame01.nii.gz").write_bytes(gzip.compress(bomb + b"\0" * (1 << 28)))
    assert "32767" in refusal(course, "data", "import", tmp_path / "acdc", "--as", "bomb")


# Card


def test_card_says_what_is_to_be_known(course, run):
    run(course, "export", "card", "layers/unet", "--out", "unet.md")
    text = (course / "unet.md").read_text()
    assert "layers/unet" in text.replace("\\", "") and "patient" in text and "## Limits" in text
    from PIL import Image

    pictures = re.findall(r"!\[[^\]]+\]\((unet-pictures/[a-z0-9-]+\.png)\)", text)
    assert [path.split("/")[1] for path in pictures] == ["worst-1.png"]
    gap = 4
    for path in pictures:
        assert Image.open(course / path).size == (4 * exported_course.WIDTH + 3 * gap, exported_course.HEIGHT)
    # The label is tinted, and nothing else of its image: it is grey where no label is.
    first = numpy.asarray(Image.open(course / pictures[0]).convert("RGB")).astype(int)
    image, label = (first[:, place:place + exported_course.WIDTH] for place in (0, exported_course.WIDTH + gap))
    assert (image.max(axis=2) == image.min(axis=2)).all()
    tinted = label.max(axis=2) != label.min(axis=2)
    assert tinted.any() and not tinted.all() and (image[~tinted] == label[~tinted]).all()
    page = (course / "unet.html").read_text()
    assert "<h1" in page and page.count("<img") == 1 and page.count("data:image/png;base64,") == 1
    run(course, "export", "card", "layers/unet", "--lang", "ko", "--out", "unet-ko.md")
    assert "한계" in (course / "unet-ko.md").read_text()
