# Sourced by test and bench: a cluster that goes away with its script. Needs .ci/shell.sh and db/cluster.sh.
# shellcheck shell=bash

folder=

# For tests and benches: a new cluster in a new folder, with the roles, announced in the environment.
# Sets folder; logins and superuser share one password.
open_throwaway_cluster() { # root, parent folder, settings …
    local root=$1 parent=$2 port login
    shift 2
    folder=$(mktemp -d "$parent/jirani-XXXXXXXX")
    chmod 711 "$folder"
    port=$(free_port)
    make_cluster "$folder/cluster"
    start_cluster "$folder/cluster" "$port" "$folder/postgres.log" "$@"
    JIRANI_TEST_PASSWORD=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')
    JIRANI_TEST_PG="Host=127.0.0.1;Port=$port;Username=postgres;Password=$JIRANI_TEST_PASSWORD;Database=postgres"
    export JIRANI_TEST_PASSWORD JIRANI_TEST_PG
    superuser_psql <<<"alter role postgres password '$JIRANI_TEST_PASSWORD'"
    for login in migrator service dashboard public identity; do
        printf 'jirani_%s %s\n' "$login" "$JIRANI_TEST_PASSWORD"
    done | apply_roles "$root"
}

close_throwaway_cluster() {
    stop_cluster
    if [[ -n "$folder" ]]; then
        rm -rf -- "$folder"
    fi
}
