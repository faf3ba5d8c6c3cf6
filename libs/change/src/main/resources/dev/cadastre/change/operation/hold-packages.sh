# Packages that upgrades pass over, or no longer.
# shellcheck shell=sh disable=SC1007,SC2086,SC2154

#: look
manager_here
there=$(installed_of $names)
case $manager in
apt)
    # apt-mark would read all lists of packages for it.
    holds=$(dpkg-query -W -f='${Status} ${Package} ${Architecture}\n' $names 2>/dev/null |
        awk '$1 == "hold" { print $4; print $4 ":" $5 }')
    ;;
apk)
    # A hold is a version in the list of what was asked for.
    holds=$(sed -n 's/^\([^=<>~@ ]*\)=.*/\1/p' /etc/apk/world 2>/dev/null)
    ;;
*)
    holds=$("$manager" -C -q versionlock list 2>/dev/null </dev/null) ||
        await no-versionlock "$manager has no versionlock here: install its plug-in"
    # NAME-EPOCH:VERSION-RELEASE.ARCH
    holds=$(print_text "$holds$newline" | sed -n 's/^\(..*\)-[0-9]*:.*/\1/p; s/^[0-9]*:\(..*\)-[^-]*-[^-]*$/\1/p')
    ;;
esac
kept=
for name in $names; do
    case $newline$holds$newline in
    *"$newline$name$newline"*) is=yes ;;
    *) is=no ;;
    esac
    basis "$name $is"
    [ "$is" != "$hold" ] || continue
    version_of "$name" || [ "$hold" = no ] || await not-installed "$name is not installed yet, so that it cannot be held"
    kept="$kept$name "
    if [ "$hold" = yes ]; then
        wish "hold $name${version:+ at $version}"
    else
        wish "hold $name no longer"
    fi
done
if [ "$cadastre_wishes" -gt 0 ]; then
    as_root
elif [ "$hold" = yes ]; then
    fine "held: $names"
else
    fine "not held: $names"
fi

#: act
was changed "${kept% }"
was hold "$(if [ "$hold" = yes ]; then echo no; else echo yes; fi)"
for name in $kept; do
    version_of "$name" || :
    case $manager:$hold in
    apt:yes) apt-mark hold "$name" ;;
    apt:no) apt-mark unhold "$name" ;;
    apk:yes) apk --no-progress add "$name=$version" ;;
    apk:no) apk --no-progress add "$name" ;;
    # A name alone would lock all versions on offer, the newer ones, too.
    *:yes) "$manager" -y versionlock add "$name-$version" ;;
    *:no) "$manager" -y versionlock delete "$name" ;;
    esac </dev/null || fail not-held "The hold of $name could not be changed; the package manager's words are above"
done
