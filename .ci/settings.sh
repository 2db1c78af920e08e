# Sourced by run: the secrets of JIRANI_HOME, and the app's settings as far as the caller left them open.
# Reads home, port and pg_port.
# shellcheck shell=bash
# shellcheck disable=SC2154 # home, port and pg_port are run's

logins=(jirani_migrator jirani_service jirani_dashboard jirani_public jirani_identity)
sections=(Migrations Service Dashboard Public Identity)

# Made once: the wrapping key opens the stored tokens of the stores, so it must never change.
make_secrets() {
    local login
    [[ ! -s "$home/passwords" ]] || return 0
    rm -f -- "$home/passwords.new"
    (
        umask 077
        for login in "${logins[@]}"; do
            printf '%s %s\n' "$login" "$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')"
        done
        printf 'wrapping_key %s\n' "$(head -c 32 /dev/urandom | base64)"
    ) >"$home/passwords.new"
    chmod 600 "$home/passwords.new"
    mv -- "$home/passwords.new" "$home/passwords"
}

secret() { # name
    sed -n "s/^$1 //p" "$home/passwords"
}

is_set() { # setting; environment settings of the app may be written in any case
    local name
    while read -r name; do
        [[ "${name,,}" != "${1,,}" ]] || return 0
    done < <(compgen -e)
    return 1
}

default() { # setting, value
    is_set "$1" || export "$1=$2"
}

caller_has_a_database() {
    local section
    for section in "${sections[@]}"; do
        is_set "ConnectionStrings__$section" || return 1
    done
}

make_settings() {
    local here="http://127.0.0.1:$port/simulator" i
    for i in "${!sections[@]}"; do
        default "ConnectionStrings__${sections[i]}" \
            "Host=127.0.0.1;Port=$pg_port;Database=jirani;Username=${logins[i]};Password=$(secret "${logins[i]}")"
    done
    export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-${DOTNET_ENVIRONMENT:-Development}}
    export DOTNET_ENVIRONMENT=$ASPNETCORE_ENVIRONMENT
    # The name stands for 127.0.0.1 and, where the machine has it, ::1.
    export ASPNETCORE_URLS="http://localhost:$port"
    default PUBLIC_SITE_URL "http://localhost:$port"
    default WhatsApp__GraphBaseUrl "$here/graph"
    default Flutterwave__TokenUrl "$here/flutterwave/token"
    default Flutterwave__BaseUrl "$here/flutterwave"
    default DataProtection__WrappingKey "$(secret wrapping_key)"
}
