# Shared by the scripts of this repository; sourced, never run.
# Sets COTEJO_ROOT. Functions: cotejo_fail, cotejo_find_java, cotejo_require_node, cotejo_build,
# cotejo_launcher, cotejo_translation_bench.

COTEJO_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
COTEJO_JAVA_RELEASE=25
COTEJO_NODE_RELEASE=20

cotejo_fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Major release of the JDK in a folder; nothing when there is no compiler in it.
cotejo_jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local version=''
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s' "$version"
}

# Sets and exports JAVA_HOME: the one given when it is recent enough, else the usual places.
cotejo_find_java() {
  local folder release program
  program=$(command -v javac 2>/dev/null || true)
  if [ -n "$program" ]; then
    program=$(dirname "$(dirname "$(readlink -f "$program" 2>/dev/null || printf '%s' "$program")")")
  fi
  for folder in "${JAVA_HOME:-}" "$program" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    release=$(cotejo_jdk_release "$folder")
    if [ -n "$release" ] && [ "$release" -ge "$COTEJO_JAVA_RELEASE" ]; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return 0
    fi
  done
  cotejo_fail "Cotejo needs a JDK $COTEJO_JAVA_RELEASE or later (with javac), and none was found in JAVA_HOME, on the PATH or in the usual folders; install one, for instance Temurin $COTEJO_JAVA_RELEASE."
}

cotejo_require_node() {
  local release
  release=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p' || true)
  if [ -z "$release" ] || [ "$release" -lt "$COTEJO_NODE_RELEASE" ]; then
    release=${release:+Node $release}
    cotejo_fail "Cotejo's reading room is built with Node $COTEJO_NODE_RELEASE or later, and ${release:-no Node} was found on the PATH; install it."
  fi
  command -v npm >/dev/null 2>&1 || cotejo_fail "Cotejo's reading room is built with npm, and npm was not found on the PATH; install it."
}

# What a module's build leaves when it has gone through.
cotejo_output() {
  case $1 in
    *-service) printf '%s' "$1/target/quarkus-app/quarkus-run.jar" ;;
    deploy/local/kafka | deploy/local/s3proxy) printf '%s' "$1/target/lib" ;;
    deploy/local/launcher) printf '%s' "$1/target/lib" ;;
    *) printf '%s' "$1/target" ;;
  esac
}

# Modules of this repository whose change makes a module stale, besides itself.
cotejo_sources() {
  case $1 in
    *-service)
      printf '%s\n' pom.xml deploy/contracts deploy/libraries/object-store deploy/libraries/event-stream deploy/libraries/outbox deploy/libraries/web-problems \
        deploy/libraries/confined-java deploy/libraries/log-levels deploy/libraries/tracing "$1"
      ;;
    deploy/local/launcher)
      printf '%s\n' pom.xml deploy/contracts deploy/local/elasticsearch deploy/local/kafka deploy/local/s3proxy \
        deploy/local/infrastructure deploy/local/launcher
      ;;
    deploy/local/*) printf '%s\n' pom.xml "$1" ;;
    *) printf '%s\n' pom.xml deploy/contracts "$1" ;;
  esac
}

# Whether a module has not been built since its sources changed. A stamp, written before the build
# that succeeded, is compared; a file that changes during a build makes the module stale again.
cotejo_stale() {
  local module=$1 stamp=$COTEJO_ROOT/$1/target/.cotejo-built source
  [ -e "$stamp" ] && [ -e "$COTEJO_ROOT/$(cotejo_output "$module")" ] || return 0
  while read -r source; do
    [ -e "$COTEJO_ROOT/$source" ] || continue
    if [ -n "$(find "$COTEJO_ROOT/$source" \( -name target -o -name node_modules -o -name test -o -name dist \) -prune \
      -o -type f ! -name '*.md' -newer "$stamp" -print 2>/dev/null | head -n 1)" ]; then
      return 0
    fi
  done <<EOF
$(cotejo_sources "$module")
EOF
  return 1
}

# Whether any of the given modules is stale.
cotejo_any_stale() {
  local module
  for module in "$@"; do
    ! cotejo_stale "$module" || return 0
  done
  return 1
}

# Builds those of the given modules that are not built or older than their sources, quietly.
cotejo_build() {
  local module stale=()
  for module in "$@"; do
    if cotejo_stale "$module"; then
      stale+=("$module")
    fi
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  for module in "${stale[@]}"; do
    [ "$module" != search-service ] || cotejo_require_node
  done
  mkdir -p "$COTEJO_ROOT/target"
  if [ -z "${COTEJO_BUILD_LOCKED:-}" ] && command -v flock >/dev/null 2>&1; then
    # One build at a time in a work tree; the other one may have done this one's work.
    (
      flock -n 9 || { printf 'another build is running; waiting for it\n' >&2 && flock 9; }
      COTEJO_BUILD_LOCKED=yes
      cotejo_build "$@"
    ) 9>"$COTEJO_ROOT/target/build.lock"
    return
  fi
  cotejo_maven "${stale[@]}"
}

# Runs Maven for the given modules and what they need, one line a module on the terminal.
cotejo_maven() {
  local module log=$COTEJO_ROOT/target/build.log start=$COTEJO_ROOT/target/.build-start list
  list=$(IFS=, && printf '%s' "$*")
  printf 'building %s; this takes minutes the first time (log: %s)\n' "${list//,/, }" "$log" >&2
  : >"$start"
  if ! (set -o pipefail && cd "$COTEJO_ROOT" &&
    ./mvnw -B -pl "$list" -am package -Dmaven.test.skip=true 2>&1 9>&- | tee "$log" |
    awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { n = $NF; sub(/^\[INFO\] Building /, ""); sub(/ [^ ]+ +\[[0-9\/]+\]$/, ""); print "  " n " " $0; fflush() }' >&2); then
    grep '^\[ERROR\]' "$log" | head -n 5 >&2 || true
    cotejo_fail "The build failed; its log is $log."
  fi
  for module in "$@"; do
    mkdir -p "$COTEJO_ROOT/$module/target"
    touch -r "$start" "$COTEJO_ROOT/$module/target/.cotejo-built"
  done
}

# Replaces this shell by the launcher with the given arguments.
cotejo_launcher() {
  exec "$JAVA_HOME/bin/java" -Xms16m -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dcotejo.root="$COTEJO_ROOT" -cp "$(cotejo_launcher_class_path)" org.cotejo.local.launcher.Main "$@"
}

cotejo_launcher_class_path() {
  local target=$COTEJO_ROOT/deploy/local/launcher/target jar path=''
  for jar in "$target"/cotejo-local-launcher-*.jar "$target"/lib/*.jar; do
    path=$path${path:+:}$jar
  done
  printf '%s' "$path"
}

# Replaces this shell by a bench of translation-service, compiled first when its sources changed:
# the main class below org.cotejo.translation, then its arguments.
cotejo_translation_bench() {
  local main=$1 module=$COTEJO_ROOT/translation-service classes file
  classes=$module/target/classes
  file=$classes/org/cotejo/translation/${main//.//}.class
  shift
  if [ ! -e "$file" ] || [ -n "$(find "$module/src/main" -newer "$file" -name '*.java' -print -quit)" ]; then
    printf 'building translation-service\n' >&2
    (cd "$COTEJO_ROOT" && ./mvnw -q -B -pl translation-service -am compile >&2) || cotejo_fail "The build failed."
  fi
  exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$classes" "org.cotejo.translation.$main" "$@"
}

# Replaces this shell by a bench of search-service, compiled first: the main class below
# org.cotejo.search, then its arguments. It needs the tests' classes, which start Elasticsearch.
cotejo_search_bench() {
  local main=$1 module=$COTEJO_ROOT/search-service
  shift
  printf 'building search-service\n' >&2
  (cd "$COTEJO_ROOT" && ./mvnw -q -B -pl search-service -am -Dskip.webui=true \
    test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath >&2) ||
    cotejo_fail "The build failed."
  exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -Dcotejo.root="$COTEJO_ROOT" \
    -cp "$module/target/test-classes:$module/target/classes:$(cat "$module/target/bench.classpath")" \
    "org.cotejo.search.$main" "$@"
}
