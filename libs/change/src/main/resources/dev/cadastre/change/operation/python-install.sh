# Python packages from wheels alone. Each line of the list: the wheel's digest, the folder that
# tells that it is installed, its name. What an installed one was made from is noted in that
# folder, so that a wheel that was built again is seen.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
noted=cadastre-wheel
# Sets info to the folder that tells of the distribution.
info_of() {
    for info in "$venv"/lib*/python*/site-packages/"$1"; do
        [ ! -d "$info" ] || return 0
    done
    return 1
}
kind_of "$venv"
[ -x "$venv/bin/python" ] || await no-venv "There is no virtual environment $venv yet"
lacking= present=
usual_ifs=$IFS
IFS=$newline
set -f
for line in $list; do
    set +f
    sha=${line%% *} rest=${line#* }
    wheel=${rest#* } is=absent
    if info_of "${rest%% *}"; then
        is=$(cat "$info/$noted" 2>/dev/null) || is=other
    fi
    basis "$is $wheel"
    if [ "$is" = "$sha" ]; then
        present="${present:+$present, }${rest%%.dist-info*}"
    else
        wish "install $wheel"
        lack "$wheel"
        lacking=$lacking$line$newline
    fi
done
set +f
IFS=$usual_ifs
if [ -n "$lacking" ]; then
    have tar || await no-tar "There is no tar, by which the wheels are unpacked"
    [ -w "$venv" ] || [ ! -d "$venv" ] || refuse not-writable "$venv cannot be written by $(id -un)"
else
    fine "installed: $present"
fi

#: act
scratch_in "$venv"
why=$(tar -C "$scratch" -xof - 2>&1) || fail incomplete "Nothing was installed, since the wheels did not arrive: $why"
set --
IFS=$newline
for line in $lacking; do
    rest=${line#* }
    set -- "$@" "$scratch/${rest#* }"
done
pip=pip
"$venv/bin/python" -m pip --version >/dev/null 2>&1 || {
    # A wheel of pip can be run as it is.
    pip=
    for line in "$scratch"/pip-*.whl; do
        [ ! -f "$line" ] || pip=$line/pip
    done
}
[ -n "$pip" ] || fail no-pip "Nothing was installed, since $venv has no pip: put pip's wheel to the others"
by_pip() {
    if [ "$pip" = pip ]; then
        set -- -m pip "$@"
    else
        set -- "$pip" "$@"
    fi
    PIP_CONFIG_FILE=/dev/null TMPDIR=$scratch "$venv/bin/python" "$@" </dev/null
}
by_pip --isolated --disable-pip-version-check --no-input install --no-index --no-cache-dir --no-deps --force-reinstall \
    --only-binary :all: "$@" || fail not-installed "The wheels could not be installed; pip's words are above"
for line in $lacking; do
    rest=${line#* }
    info_of "${rest%% *}" && printf '%s\n' "${line%% *}" >"$info/$noted" ||
        fail not-installed "${rest#* } did not become ${rest%% *}"
done
by_pip --isolated --disable-pip-version-check check ||
    fail not-whole "The wheels are installed, but others that they need are missing; pip's words are above"
