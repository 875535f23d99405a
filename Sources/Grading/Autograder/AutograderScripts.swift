internal import Foundation
internal import Messages

/// The scripts that Gradescope starts: one when the autograder is made, one for each submission.
struct AutograderScripts {
  /// The lab's file in the course folder of the archive.
  let lab: String
  let settings: AutograderArchive.Settings

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: "'\\''") + "'" }

  /// `setup.sh`: Debian's or Ubuntu's packages, Swift, SegLab.
  var setup: String {
    """
    #!/bin/sh
    # Makes this machine ready to grade with SegLab. Runs once, as root, when the autograder is made; takes some minutes.
    set -eu
    here=$(dirname "$(readlink -f "$0")")
    swift=\(settings.swift)
    export DEBIAN_FRONTEND=noninteractive PATH="/opt/swift/usr/bin:$PATH"

    apt-get update -qq
    apt-get install -y -qq --no-install-recommends ca-certificates curl bubblewrap libsqlite3-0 libstdc++6 libxml2 zlib1g \\
      tzdata >/dev/null

    # Swift, as swift.org has it for this system.
    if ! command -v swiftc >/dev/null; then
      . /etc/os-release
      system=$ID$VERSION_ID
      case $(uname -m) in aarch64) arm=-aarch64 ;; *) arm= ;; esac
      address=https://download.swift.org/swift-$swift-release/$(echo "$system" | tr -d .)$arm/swift-$swift-RELEASE
      mkdir -p /opt/swift
      curl -fsSL "$address/swift-$swift-RELEASE-$system$arm.tar.gz" | tar -xz -C /opt/swift --strip-components 1 || {
        echo "Swift $swift cannot be had for $PRETTY_NAME; choose another base image, such as Ubuntu 22.04" >&2
        exit 1
      }
    fi

    # SegLab: a package made for this system, or built here.
    if [ -f "$here/seglab.deb" ]; then
      apt-get install -y -qq --no-install-recommends "$here/seglab.deb" >/dev/null
    else
      apt-get install -y -qq --no-install-recommends \\
        g++ git libcurl4-openssl-dev libedit-dev libncurses-dev libxml2-dev >/dev/null
      cd "$here/seglab"
      .ci/prepare
      # Submissions may be graded on another processor than the one that builds.
      export SEGLAB_PROCESSOR=x86-64-v3
      for product in seglab seglab-class SegLab; do swift build -c release -debug-info-format none --product "$product"; done
      ln -sf "$here/seglab/.build/release/seglab" /usr/local/bin/seglab
    fi
    seglab --version

    """
  }

  /// `run_autograder`: a result stands there whatever happens, also where Gradescope ends it in the middle.
  var run: String {
    let words =
      ["--lab", lab, "--format", "gradescope", "--lang", settings.language.rawValue] + settings.options
    return """
      #!/bin/sh
      # Grades one submission. Gradescope starts it as root, and reads results/results.json when it ends or its time is up.
      here=$(dirname "$(readlink -f "$0")")
      [ -d "$here/source" ] || here=$(dirname "$here")
      mkdir -p "$here/results"
      cp "$here/source/unjudged.json" "$here/results/results.json"
      export HOME="${HOME:-/root}" XDG_STATE_HOME="$here/state" PATH="/opt/swift/usr/bin:/usr/local/bin:$PATH"
      cd "$here/source/course" || exit 0
      seglab grade "$here/submission" \(words.map(Self.quoted).joined(separator: " ")) --result "$here/results/results.json"
      # A result was written, whatever became of the work: nothing else is for Gradescope to know.
      exit 0

      """
  }
}
