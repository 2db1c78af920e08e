# Sourced by run, test, bench and .ci/run: sentences, packages, children that end with us, and the app's build.
# shellcheck shell=bash
# shellcheck disable=SC2034 # what is set here is read where it is sourced

# Build servers would outlive the script that caused them.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Bash can never trap a signal that was ignored when it began, as INT is for whatever a script starts with &.
hear_signals() { # the script's path and arguments
    if [[ -n "$(trap -p INT)$(trap -p TERM)" ]]; then
        exec env --default-signal=INT,TERM bash "$@"
    fi
}

# A wrapper that has the kernel pass a signal on even when this script itself is killed with -9.
leash() { # signal
    if setpriv --help 2>&1 | grep -q pdeathsig; then
        printf '%s\n' setpriv --pdeathsig "$1"
    else
        printf '%s\n' env
    fi
}

mapfile -t leash_term < <(leash TERM)
mapfile -t leash_int < <(leash INT)

# A zombie that its new parent has not collected yet counts as gone.
is_alive() { # pid
    local line
    { read -r line <"/proc/$1/stat"; } 2>/dev/null && [[ "${line##*) }" != Z* ]]
}

ended_within() { # seconds, pid
    local end=$((SECONDS + $1))
    while is_alive "$2"; do
        ((SECONDS < end)) || return 1
        sleep 0.1
    done
}

attended=

# A step that may take long runs beside the shell, in its own group, so that a signal is heard at once and
# the whole of it can be ended.
attend() { # command …
    local code=0
    setsid "${leash_term[@]}" "$@" </dev/null 9>&- &
    attended=$!
    wait "$attended" || code=$?
    attended=
    return "$code"
}

end_attended() {
    [[ -n "$attended" ]] || return 0
    kill -TERM -- "-$attended" 2>/dev/null || true
    ended_within 8 "$attended" || true
    kill -KILL -- "-$attended" 2>/dev/null || true
    attended=
}

install_packages() { # what is missing, packages …
    local what=$1 sudo=()
    shift
    if ((EUID != 0)); then
        sudo=(sudo -n)
    fi
    if ! command -v apt-get >/dev/null || ! "${sudo[@]}" true 2>/dev/null; then
        fail "$what is missing; install it and start again: sudo apt-get update && sudo apt-get install -y $*"
    fi
    say "Installing $*"
    "${sudo[@]}" apt-get -qq update || fail "$what is missing and apt-get update failed; see above."
    attend "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@" >/dev/null ||
        fail "$what could not be installed; try: sudo apt-get install -y $*"
}

need_sdk() { # the root folder
    command -v dotnet >/dev/null ||
        fail "The .NET 10 SDK is missing: install it (https://dotnet.microsoft.com/download) and start again."
    (cd "$1" && dotnet --version >/dev/null 2>&1) ||
        fail "No .NET SDK here fits global.json: install .NET SDK 10 (https://dotnet.microsoft.com/download) and start again."
}

need_port() { # variable, value
    if ! [[ "$2" =~ ^[1-9][0-9]{0,4}$ ]] || (($2 > 65535)); then
        fail "$1 is '$2': it must be a port, 1 to 65535."
    fi
    if port_is_taken "$2"; then
        fail "Port $2 is in use by another process: end that one or set $1 to a free port."
    fi
}

port_is_taken() { # port
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Below 32768 no outgoing connection takes it in between.
free_port() {
    local port
    while port=$((20000 + RANDOM % 12000)); do
        if ! port_is_taken "$port"; then
            printf '%s\n' "$port"
            return
        fi
    done
}

# curl is not on every machine.
http_status() { # port, path
    local status=
    {
        exec 3<>"/dev/tcp/127.0.0.1/$1" || return 0
        printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$2" "$1" >&3
        read -r -t 5 _ status _ <&3 || true
        exec 3>&-
    } 2>/dev/null
    printf '%s\n' "$status"
}

app_is_built() { # root, stamp
    [[ -f "$2" && -f "$1/Jirani.Web/bin/run/Jirani.Web.dll" ]] || return 1
    local newer
    newer=$(cd "$1" && {
        find Jirani.Domain Jirani.Infrastructure Jirani.Web db/migrations db/seed -mindepth 1 \
            \( -name bin -o -name obj \) -prune -o -newer "$2" -print -quit
        find Directory.*.props global.json .editorconfig appsettings.Development.json -newer "$2" -print -quit
    } 2>/dev/null)
    [[ -z "$newer" ]]
}

# Into a folder of its own, so that building the tests does not pull the files from under a running app.
# Sets app_dll.
build_app() { # root, log
    local stamp="$1/Jirani.Web/bin/run.stamp" lock
    app_dll="$1/Jirani.Web/bin/run/Jirani.Web.dll"
    mkdir -p "$1/Jirani.Web/bin"
    exec {lock}>"$stamp.lock"
    flock "$lock"
    if ! app_is_built "$1" "$stamp"; then
        say "Building …"
        touch "$stamp.new"
        if ! attend dotnet build "$1/Jirani.Web/Jirani.Web.csproj" -c Release -o "${app_dll%/*}" -v quiet >"$2" 2>&1 {lock}>&-; then
            tail -n 30 "$2" >&2
            fail "The build failed: its output is in $2."
        fi
        mv "$stamp.new" "$stamp"
    fi
    exec {lock}>&-
}

# Sets JIRANI_TEST_CHROMIUM, for browser tests and for what is measured in a browser.
find_chromium() {
    local name
    # The whole browser draws its own windows beside each page, which nobody looks at here.
    if ((EUID == 0)) && ! command -v chromium-headless-shell >/dev/null; then
        (install_packages "Chromium, which is driven here," chromium-headless-shell) || true
    fi
    for name in chromium-headless-shell chromium chromium-browser google-chrome; do
        if JIRANI_TEST_CHROMIUM=$(command -v "$name"); then
            export JIRANI_TEST_CHROMIUM
            return
        fi
    done
    fail "No Chromium in PATH: install the package chromium-headless-shell or chromium."
}
