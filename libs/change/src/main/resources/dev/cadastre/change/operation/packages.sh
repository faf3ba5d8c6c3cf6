# Packages that are installed, in a version if that is wished for, and packages that are not.
# The lists are lines: NAME or NAME VERSION.
# shellcheck shell=sh disable=SC1007,SC2086,SC2154

#: look
manager_here
names=$(print_text "$install$newline$remove$newline" | awk 'NF { print $1 }')
there=$(installed_of $names)
install_words= upgrade_words= remove_words= install_names= remove_names= has_version=
kept=
usual_ifs=$IFS
IFS=$newline
for line in $install; do
    name=${line%% *}
    wanted=
    case $line in *\ *) wanted=${line#* } ;; esac
    version_of "$name" || version=absent
    basis "$name $version"
    kept="$kept$name $version$newline"
    [ "$version" = absent ] || [ "$wanted" = latest ] ||
        if [ -n "$wanted" ]; then ! is_version "$version" "$wanted"; else false; fi || continue
    install_names="$install_names$name "
    case $manager:$wanted in
    *:) install_words="$install_words$name$newline" ;;
    *:latest)
        # An install passes over what is installed in whatever version, but for apt.
        if [ "$version" = absent ] || [ "$manager" = apt ]; then
            install_words="$install_words$name$newline"
        else
            upgrade_words="$upgrade_words$name$newline"
        fi
        ;;
    apt:* | apk:*)
        install_words="$install_words$name=$wanted$newline"
        has_version=yes
        ;;
    *)
        install_words="$install_words$name-$wanted$newline"
        has_version=yes
        ;;
    esac
done
for line in $remove; do
    version_of "$line" || continue
    basis "$line $version"
    kept="$kept$line $version$newline"
    remove_names="$remove_names$line "
    remove_words="$remove_words$line$newline"
done
IFS=$usual_ifs

# by DOES WHAT: hands the manager's own command line for what is to be installed, upgraded or
# removed to a function.
by() {
    does=$1
    case $manager:$2 in
    apt:install) set -- install --no-install-recommends ${has_version:+--allow-downgrades} $install_words ;;
    apt:remove) if [ "$purge" = yes ]; then set -- purge $remove_words; else set -- remove $remove_words; fi ;;
    apk:install) set -- add $install_words ;;
    apk:upgrade) set -- add --upgrade $upgrade_words ;;
    apk:remove) set -- del $remove_words ;;
    *:install) set -- install $install_words ;;
    *:upgrade) set -- upgrade $upgrade_words ;;
    *:remove) set -- remove $remove_words ;;
    esac
    "$does" "$@"
}
tell_plan() {
    IFS=$newline
    for line in $plan; do wish "$line"; done
    IFS=$usual_ifs
}

[ -z "$install_words$upgrade_words$remove_words" ] || as_root
if [ -n "$install_words" ]; then
    if by simulated install; then
        tell_plan
        [ -n "$plan" ] || [ -z "$has_version" ] ||
            refuse no-such-version "Of ${install_names% } there is no such version, or it is held"
    else
        [ "$refresh" = yes ] || await not-offered "${install_names% } cannot be installed: ${said:-the package manager does not say why}"
        # The lists that are fetched before may know it; what else comes with it is not known yet.
        wish "install ${install_names% }"
    fi
fi
if [ -n "$upgrade_words" ]; then
    by simulated upgrade || [ "$refresh" = yes ] || await not-offered "${install_names% } cannot be upgraded: ${said:-the package manager does not say why}"
    tell_plan
fi
if [ -n "$remove_words" ]; then
    by simulated remove && [ -n "$plan" ] ||
        refuse not-removable "${remove_names% } cannot be removed: ${said:-others need it}"
    tell_plan
fi
if [ "$cadastre_wishes" -eq 0 ]; then
    if [ -n "$install" ]; then
        fine "$(print_text "$kept" | awk '$2 != "absent" { printf "%s%s %s", n++ ? ", " : "", $1, $2 }') installed"
    else
        fine "$(print_text "$remove$newline" | awk 'NF { printf "%s%s", n++ ? ", " : "", $1 }') not installed"
    fi
fi

#: act
was packages "$kept"
changed_by() {
    echo "+ $manager $*"
    case $manager in
    apt) apt_quietly "$@" </dev/null ;;
    apk) apk --no-progress "$@" </dev/null ;;
    *) "$manager" -y "$@" </dev/null ;;
    esac
}
if [ "$refresh" = yes ] && [ -n "$install_words$upgrade_words" ]; then
    case $manager in
    dnf | yum) changed_by makecache ;;
    *) changed_by update ;;
    esac || fail not-refreshed "The lists of packages could not be fetched"
fi
if [ -n "$install_words" ]; then
    by changed_by install || fail not-installed "${install_names% } could not be installed; the package manager's words are above"
fi
if [ -n "$upgrade_words" ]; then
    by changed_by upgrade || fail not-upgraded "${install_names% } could not be upgraded; the package manager's words are above"
fi
if [ -n "$remove_words" ]; then
    by changed_by remove || fail not-removed "${remove_names% } could not be removed; the package manager's words are above"
fi
