# SegLab for those who have Docker or Codespaces: `docker build -t seglab .`, then
# `docker run -it --security-opt seccomp=unconfined seglab`. Without that option cells run behind Landlock instead of bubblewrap.
FROM swift:6.2-bookworm
COPY . /opt/seglab
RUN cd /opt/seglab && .ci/prepare
RUN cd /opt/seglab && swift build -c release -debug-info-format none --product seglab \
  && swift build -c release -debug-info-format none --product seglab-dicom \
  && swift build -c release -debug-info-format none --product SegLab
RUN useradd --create-home learner && ln -s /opt/seglab/.build/release/seglab /usr/local/bin/seglab
USER learner
WORKDIR /home/learner
CMD ["sh", "-c", "seglab init course; cd course && exec bash"]
