# Shared by try; sourced, never run. A container engine: the one that runs, or Debian's, unpacked into a folder and started for
# the caller alone. Functions: cotejo_engine, cotejo_docker, cotejo_engine_over.

COTEJO_ENGINE_PROCESS=''
COTEJO_ENGINE_FOLDER=''
COTEJO_DOCKER=(docker)

cotejo_docker() {
  "${COTEJO_DOCKER[@]}" "$@"
}

# Finds an engine or starts one; ends the script with one sentence where neither can be.
cotejo_engine() { # folder for an engine of one's own
  local folder=$1 package log=$1/engine.log attempt
  if command -v docker >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    return 0
  fi
  [ "$(id -u)" = 0 ] ||
    cotejo_fail 'No container engine runs here, and starting one needs root; start docker, or run this as root on a machine with apt.'
  mkdir -p "$folder"
  if [ ! -x "$folder/unpacked/usr/sbin/dockerd" ]; then
    command -v apt-get >/dev/null 2>&1 || cotejo_fail 'No container engine runs here, and without apt-get none can be fetched.'
    (cd "$folder" && apt-get download -qq docker.io containerd runc >"$folder/fetch.log" 2>&1) ||
      cotejo_fail "No container engine runs here, and apt-get cannot fetch Debian's; its message is in $folder/fetch.log."
    for package in "$folder"/*.deb; do
      dpkg -x "$package" "$folder/unpacked"
      rm "$package"
    done
  fi
  COTEJO_DOCKER=("$folder/unpacked/usr/bin/docker" --host "unix://$folder/docker.sock")
  # Without a network of its own: containers use the host's.
  PATH=$folder/unpacked/usr/sbin:$folder/unpacked/usr/bin:$PATH setsid "$folder/unpacked/usr/sbin/dockerd" \
    --iptables=false --ip6tables=false --bridge=none --storage-driver=overlay2 --data-root "$folder/data" --exec-root "$folder/run" \
    --pidfile "$folder/docker.pid" --host "unix://$folder/docker.sock" </dev/null >"$log" 2>&1 &
  COTEJO_ENGINE_PROCESS=$!
  COTEJO_ENGINE_FOLDER=$folder
  for attempt in $(seq 120); do
    if cotejo_docker info >/dev/null 2>&1; then
      return 0
    fi
    kill -0 "$COTEJO_ENGINE_PROCESS" 2>/dev/null || break
    sleep 0.5
  done
  cotejo_fail "No container engine runs here, and Debian's does not start on this machine: $(grep -v level=info "$log" | tail -n 1 | cut -c 1-300)"
}

# Ends the engine that was started here, and what it has kept.
cotejo_engine_over() {
  local attempt
  [ -n "$COTEJO_ENGINE_PROCESS" ] || return 0
  kill "$COTEJO_ENGINE_PROCESS" 2>/dev/null || true
  for attempt in $(seq 60); do
    kill -0 "$COTEJO_ENGINE_PROCESS" 2>/dev/null || break
    sleep 0.5
  done
  wait "$COTEJO_ENGINE_PROCESS" 2>/dev/null || true
  COTEJO_ENGINE_PROCESS=''
  # The network of the host, which the engine keeps a handle of.
  umount "$COTEJO_ENGINE_FOLDER/run/netns/default" 2>/dev/null || true
  rm -rf "$COTEJO_ENGINE_FOLDER/data" "$COTEJO_ENGINE_FOLDER/run"
}
