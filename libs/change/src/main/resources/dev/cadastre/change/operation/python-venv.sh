# A virtual environment of Python. It gets pip if Python has it aboard; nothing is fetched.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
folder_for "$target"
kind_of "$target"
host=
if have "$python"; then
    host=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || host=
fi
[ -n "$host" ] || await no-python "There is no $python that runs"
# The module is there on some systems without what makes it work.
[ -z "$host" ] || "$python" -c 'import venv' 2>/dev/null || await no-venv "$python has no module venv"
is=
[ ! -f "$target/pyvenv.cfg" ] || is=$(sed -n 's/^version\(_info\)\{0,1\} *= *\([0-9]*\.[0-9]*\).*/\2/p' "$target/pyvenv.cfg")
basis "$kind $is $host"
case $kind in
absent) wish "create the virtual environment $target with Python $host" ;;
folder)
    if [ -n "$is" ]; then
        if [ "$is" = "$host" ] && "$target/bin/python" -c '' 2>/dev/null; then
            fine "$target is a virtual environment of Python $is"
        else
            wish "create the virtual environment $target anew, since it is of Python $is and $python is $host"
        fi
    elif [ -z "$(find "$target" ! -path "$target" | sed 1q)" ]; then
        wish "create the virtual environment $target with Python $host"
    else
        refuse not-empty "$target holds other files"
    fi
    ;;
*) refuse is-"$kind" "$target is no folder" ;;
esac

#: act
was state "$kind"
was version "$is"
if "$python" -c 'import ensurepip' 2>/dev/null; then
    set -- --clear
else
    set -- --clear --without-pip
fi
# One that is half made would look like a whole one.
"$python" -m venv "$@" "$target" </dev/null || {
    rm -f -- "$target/pyvenv.cfg"
    fail not-made "The virtual environment $target could not be made; Python's words are above"
}
