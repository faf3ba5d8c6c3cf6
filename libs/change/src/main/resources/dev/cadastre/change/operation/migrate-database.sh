# A database's schema in a wished version, by the application's own commands. Before the database
# itself, a copy of it is migrated.
# shellcheck shell=sh disable=SC2154

#: look
export CADASTRE_VERSION="$wished"
# version_in COPY: sets version to what the command prints for the database, or for its copy.
version_in() {
    version=$(CADASTRE_COPY=$1 sh -c "$version_command" 2>&1 3>&- </dev/null) || return 1
    case $version in '' | *"$newline"*) return 1 ;; esac
}
# came_first: whether another host, which migrates the same database, has done so meanwhile.
came_first() {
    version_in "" && [ "$version" = "$wished" ] || return 1
    fine "The database has version $version: another host has migrated it meanwhile"
}
at_once="; if other hosts of the run migrate the same database, let them follow one another: --serial 1"
if ! version_in ""; then
    await no-version "The database does not tell its version: $version"
    basis none
elif [ "$version" = "$wished" ]; then
    basis "$version"
    fine "The database has version $version"
else
    basis "$version"
    wish "migrate the database from version $version to $wished"
fi

#: act
was version "$version"
from=$version
if [ -n "$copy_command" ]; then
    if ! copy=$(CADASTRE_COPY='' sh -c "$copy_command" 3>&- </dev/null); then
        ! came_first || return 0
        fail not-copied "The database was not touched, since no copy of it could be made$at_once"
    fi
    copy=${copy##*"$newline"}
    [ -n "$copy" ] || fail not-copied "The database was not touched, since the command that copies it does not say where the copy is"
    echo "+ on the copy $copy: $migrate_command"
    trouble=
    if ! CADASTRE_COPY=$copy sh -c "$migrate_command" 3>&- </dev/null; then
        trouble="the migration failed on a copy of it"
    elif ! version_in "$copy" || [ "$version" != "$wished" ]; then
        trouble="its copy has version $version after the migration"
    fi
    if [ -n "$discard_command" ]; then
        CADASTRE_COPY=$copy sh -c "$discard_command" 3>&- </dev/null || echo "the copy $copy could not be discarded"
    fi
    [ -z "$trouble" ] || fail dry-run-failed "The database was not touched, since $trouble$at_once"
    version_in "" && [ "$version" = "$from" ] ||
        fail copy-was-original "The database has version $version after the migration of its copy: it was touched$at_once"
fi
echo "+ $migrate_command"
CADASTRE_COPY='' sh -c "$migrate_command" 3>&- </dev/null || {
    ! came_first || return 0
    fail not-migrated "The migration from version $from to $wished failed on the database itself$at_once"
}
