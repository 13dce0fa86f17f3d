# Shared by build; sourced, never run. A start-up cache belongs to one Java, one set of jars with their paths and dates, and
# one set of flags, so that it is written by the base's own Java in the image's own layout: a start of the service against the
# local stack's infrastructure, until it is ready, and an orderly end. Functions: cotejo_train, cotejo_training_over,
# cotejo_start_cache. They use target, tool and cotejo_* of their caller.

COTEJO_TRAINING_DATA=''
# The service that is in training.
COTEJO_TRAINEE=''

# Where the cache of a service on a base belongs.
cotejo_start_cache() { # service, base
  local key
  key=$( (
    cat "$COTEJO_ROOT/deploy/images/training.sh" "$COTEJO_ROOT/deploy/images/src/main/java/org/cotejo/images/ServiceImage.java"
    sha256sum <"$2"
    cd "$COTEJO_ROOT/$1/target/quarkus-app" && find . -name '*.jar' -print0 | sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -c 1-16)
  printf '%s' "$target/start-caches/$1-$key.aot"
}

# Writes the cache of a service unless it is there.
cotejo_train() { # service, base, options of the image...
  local service=$1 base=$2 cache root
  shift 2
  cache=$(cotejo_start_cache "$service" "$base")
  [ ! -f "$cache" ] || return 0
  unshare --map-root-user --mount true 2>/dev/null ||
    cotejo_fail 'The start-up cache is written in a mount namespace of its own, and this machine allows none; give --no-start-cache.'
  cotejo_training_infrastructure
  printf 'writing the start-up cache of %s; this takes a minute or two\n' "$service" >&2
  root=$target/training/$service
  rm -rf "$root"
  mkdir -p "$root" "$target/training/base"
  cotejo_unpack_base "$base" "$root"
  mkdir -p "$root/training" "$root/proc" "$root/dev" "$root/tessdata" "$root/tmp"
  local command=() line
  while read -r line; do
    command+=("$line")
  done < <(tool layout "$@" --root "$root")
  [ ${#command[@]} -gt 0 ] || cotejo_fail "The image of $service cannot be laid out."
  cotejo_run_in "$root" "$COTEJO_TRAINING_DATA/auth/$service.env" "${command[@]}" >"$target/training/$service.log" 2>&1 &
  COTEJO_TRAINEE=$!
  cotejo_await_ready "$service"
  kill -TERM "$COTEJO_TRAINEE"
  wait "$COTEJO_TRAINEE" || true
  COTEJO_TRAINEE=''
  [ -s "$root/training/start.aot" ] ||
    cotejo_fail "$service has ended without a start-up cache; its log is $target/training/$service.log."
  mkdir -p "$target/start-caches"
  rm -f "$target/start-caches/$service-"*.aot
  mv "$root/training/start.aot" "$cache"
  rm -rf "$root"
}

# Unpacks the layers of a tar as docker save writes it, in their order.
cotejo_unpack_base() { # tar, root
  local layers=$target/training/base layer
  tar -xf "$1" -C "$layers"
  # The list ends without a line's end.
  while read -r layer || [ -n "$layer" ]; do
    tar -xf "$layers/$layer" -C "$2"
  done < <(tr -d '\n' <"$layers/manifest.json" | sed 's/.*"Layers": *\[\([^]]*\)\].*/\1/' | tr ',' '\n' | tr -d '" ')
  rm -rf "$layers"
}

# Becomes a program in another root, with its processes and devices; the root's files may be written to.
cotejo_run_in() { # root, environment, command...
  local root=$1 environment=$2 line
  shift 2
  local variables=(PATH=/opt/java/bin LANG=C.UTF-8 JAVA_TOOL_OPTIONS=-Xmx384m)
  while read -r line; do
    variables+=("$line")
  done <"$environment"
  exec unshare --map-root-user --mount sh -c 'mount --rbind /proc "$0/proc" && mount --rbind /dev "$0/dev" && exec "$@"' "$root" \
    "$(command -v env)" -i "${variables[@]}" "$(command -v chroot || echo /usr/sbin/chroot)" "$root" "$@"
}

cotejo_await_ready() { # service
  local port attempt
  port=$(sed -n 's/^QUARKUS_HTTP_PORT=//p' "$COTEJO_TRAINING_DATA/auth/$1.env")
  for attempt in $(seq 240); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200') 2>/dev/null; then
      return 0
    fi
    kill -0 "$COTEJO_TRAINEE" 2>/dev/null ||
      cotejo_fail "$1 has ended before it was ready; its log is $target/training/$1.log."
    sleep 0.5
  done
  cotejo_fail "$1 was not ready within two minutes; its log is $target/training/$1.log."
}

# The local stack's infrastructure with an empty folder, once for all services.
cotejo_training_infrastructure() {
  [ -z "$COTEJO_TRAINING_DATA" ] || return 0
  COTEJO_TRAINING_DATA=$target/training/data
  trap cotejo_training_over EXIT
  "$COTEJO_ROOT/deploy/local/down" --data "$COTEJO_TRAINING_DATA" >/dev/null 2>&1 || true
  rm -rf "$COTEJO_TRAINING_DATA"
  mkdir -p "$target/training"
  "$COTEJO_ROOT/deploy/local/up" --data "$COTEJO_TRAINING_DATA" --port "${COTEJO_TRAINING_PORT:-18980}" --no-services --detach \
    >"$target/training/infrastructure.log" 2>&1 ||
    cotejo_fail "The infrastructure does not start: $(tail -n 1 "$target/training/infrastructure.log")"
}

# Ends what the training has started.
cotejo_training_over() {
  [ -z "$COTEJO_TRAINEE" ] || kill -KILL "$COTEJO_TRAINEE" 2>/dev/null || true
  COTEJO_TRAINEE=''
  if [ -n "$COTEJO_TRAINING_DATA" ]; then
    "$COTEJO_ROOT/deploy/local/down" --data "$COTEJO_TRAINING_DATA" >/dev/null 2>&1 || true
    rm -rf "$COTEJO_TRAINING_DATA"
    COTEJO_TRAINING_DATA=''
  fi
}
