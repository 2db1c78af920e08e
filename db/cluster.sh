# Sourced by run, test, bench and db/psql: a private PostgreSQL cluster. Needs .ci/shell.sh.
# shellcheck shell=bash
# shellcheck disable=SC2154 # leash_int comes from .ci/shell.sh

cluster_pid=
cluster_socket=
cluster_port=
cluster_password_method=scram-sha-256
pg_bin=

# PostgreSQL refuses root: there the cluster belongs to the user that its package made.
as_cluster=(env)
if ((EUID == 0)); then
    as_cluster=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi

# Sets pg_bin to the folder of the server's programs: the version a cluster was made with, else the newest.
find_postgres() { # version, or nothing
    local folder
    while read -r folder; do
        if [[ -x "$folder/postgres" && -x "$folder/initdb" && -x "$folder/psql" ]] &&
            [[ -z "${1:-}" || "$("$folder/postgres" --version)" =~ \ $1(\.|\ |$) ]]; then
            pg_bin=$folder
            return
        fi
    done < <(dirname -- "$(readlink -f -- "$(command -v postgres || echo /nowhere/postgres)")"; printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV)
    return 1
}

need_postgres() { # data folder, or nothing
    local version=
    if [[ -n "${1:-}" && -f "$1/PG_VERSION" ]]; then
        version=$(<"$1/PG_VERSION")
        find_postgres "$version" ||
            fail "The cluster in $1 was made by PostgreSQL $version, which is not installed: sudo apt-get install -y postgresql-$version"
    elif ! find_postgres; then
        install_postgres
        find_postgres || fail "PostgreSQL was installed, but its programs are not in /usr/lib/postgresql/*/bin."
    fi
}

# The package would make and start a cluster of its own, which nobody asked for.
install_postgres() {
    local setting=/etc/postgresql-common/createcluster.d/jirani.conf
    if ((EUID == 0)); then
        install -D -m 644 /dev/stdin "$setting" <<<"create_main_cluster = false"
    fi
    install_packages "PostgreSQL" postgresql
    if ((EUID == 0)); then
        rm -f "$setting"
    fi
}

# Made beside its place and moved there whole, so that a cluster killed in the making is not taken for one.
make_cluster() { # data folder
    local new="$1.new"
    rm -rf -- "$new"
    mkdir -m 700 -- "$new"
    if ((EUID == 0)); then
        chown postgres: "$new"
    fi
    attend env -C / LC_ALL=C "${as_cluster[@]}" "$pg_bin/initdb" -D "$new" -U postgres -E UTF8 \
        --locale="$(cluster_locale)" --data-checksums --auth-local=peer --auth-host=reject --no-instructions >/dev/null ||
        fail "The PostgreSQL cluster could not be made in $1."
    write_access_rules "$new"
    mv -- "$new" "$1"
}

cluster_locale() {
    if locale -a 2>/dev/null | grep -qix 'c\.utf-\?8'; then
        printf 'C.UTF-8\n'
    else
        printf 'C\n'
    fi
}

# The superuser comes in over the socket as the user that runs us; everyone else proves a password.
write_access_rules() { # data folder
    cat >"$1/pg_hba.conf" <<RULES
local  all  postgres                peer  map=us
local  all  all                     $cluster_password_method
host   all  all       127.0.0.1/32  $cluster_password_method
RULES
    printf 'us "%s" postgres\n' "$(id -un)" postgres >"$1/pg_ident.conf"
}

start_cluster() { # data folder, port, log, further settings …
    local data=$1 port=$2 log=$3
    shift 3
    end_leftovers "$data"
    if [[ -z "$cluster_socket" ]]; then
        make_socket_folder
    fi
    : >>"$log"
    { cd / && exec setsid "${as_cluster[@]}" "${leash_int[@]}" "$pg_bin/postgres" -D "$data" -p "$port" \
        -k "$cluster_socket" -c unix_socket_permissions=0700 -c listen_addresses=127.0.0.1 \
        -c shared_buffers=256MB -c max_connections=100 -c "password_encryption=$cluster_password_method" \
        -c logging_collector=off -c log_destination=stderr -c 'log_line_prefix=%m [%p] %q%u@%d ' \
        -c timezone=UTC -c log_timezone=UTC "$@" </dev/null >>"$log" 2>&1 9>&-; } &
    cluster_pid=$!
    cluster_port=$port
    # As long as it lives: after a crash of the machine it may have much to read again.
    until superuser_psql -c '' 2>/dev/null; do
        is_alive "$cluster_pid" || fail "PostgreSQL did not start: its last words are in $log."
        sleep 0.1
    done
}

superuser_psql() { # arguments of psql …
    env PGHOST="$cluster_socket" PGPORT="$cluster_port" PGUSER=postgres PGDATABASE=postgres \
        "$pg_bin/psql" -X -q -v ON_ERROR_STOP=1 "$@"
}

# In /tmp for its length: a socket's path has at most 107 bytes.
make_socket_folder() {
    cluster_socket=$(mktemp -d /tmp/jirani-XXXXXXXX)
    if ((EUID == 0)); then
        chown postgres: "$cluster_socket"
    fi
}

# A cluster that outlived its script is stopped, and what a killed one left behind is waited for: starting
# over its last back ends would ruin the files.
end_leftovers() { # data folder
    local signal pid pids
    for signal in INT QUIT KILL; do
        mapfile -t pids < <(processes_in "$1")
        for pid in "${pids[@]}"; do
            kill "-$signal" "$pid" 2>/dev/null || true
        done
        for pid in "${pids[@]}"; do
            ended_within 10 "$pid" || true
        done
    done
    forget_stranger "$1"
}

# PostgreSQL refuses to start while the number of a killed postmaster is taken, by a stranger or by its own
# remains that nobody has collected.
forget_stranger() { # data folder whose own processes have ended
    local pid
    if { read -r pid <"$1/postmaster.pid"; } 2>/dev/null && [[ -d "/proc/$pid" ]]; then
        rm -f -- "$1/postmaster.pid"
    fi
}

# Every process of a cluster works in its data folder.
processes_in() { # data folder
    local cwd pid
    for cwd in /proc/[0-9]*/cwd; do
        pid=${cwd#/proc/}
        pid=${pid%/cwd}
        if [[ "$cwd" -ef "$1" && "$(readlink "/proc/$pid/exe")" == */postgres ]]; then
            printf '%s\n' "$pid"
        fi
    done
}

stop_cluster() {
    local signal
    for signal in INT QUIT KILL; do
        if [[ -n "$cluster_pid" ]] && is_alive "$cluster_pid"; then
            kill "-$signal" "$cluster_pid" 2>/dev/null || true
            ended_within 4 "$cluster_pid" || true
        fi
    done
    cluster_pid=
    if [[ -n "$cluster_socket" ]]; then
        rm -rf -- "$cluster_socket"
    fi
    cluster_socket=
}

# The passwords go through the pipe: arguments can be read by everyone on the machine.
apply_roles() { # root; the passwords come as lines "login password" on the standard input
    local login password
    {
        while read -r login password; do
            printf "\\\\set %s '%s'\n" "${login}_password" "$password"
        done
        cat -- "$1/db/roles.sql"
    } | superuser_psql -f - >/dev/null ||
        fail "db/roles.sql failed; see above."
}
