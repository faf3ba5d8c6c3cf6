# One entry of an account's crontab, known by the comment before it; the others are not touched.
# shellcheck shell=sh disable=SC1007,SC2154

#: look
mark="# cadastre: $name"
table() {
    if [ -z "$account" ] || [ "$account" = "$(id -un)" ]; then
        crontab "$@"
    elif [ "$1" = - ]; then
        crontab -u "$account" -
    else
        crontab -u "$account" "$@"
    fi
}
have crontab || await no-cron "There is no crontab"
if [ -n "$account" ] && [ "$account" != "$(id -un)" ]; then
    [ "$(id -u)" -eq 0 ] || refuse not-root "Only root can change the crontab of $account; say as = root for the job"
    user_number "$account" || await no-account "There is no account $account yet"
fi
lines=$(table -l 2>/dev/null) || lines=
is=$(print_text "$lines$newline" | MARK=$mark awk 'found { print; exit } $0 == ENVIRON["MARK"] { found = 1 }')
whose=${account:-$(id -un)}
basis "$is"
if [ "$is" = "$entry" ]; then
    if [ -n "$entry" ]; then fine "The crontab of $whose has $name"; else fine "The crontab of $whose has no $name"; fi
elif [ -z "$entry" ]; then
    wish "remove $name from the crontab of $whose: $is"
elif [ -z "$is" ]; then
    wish "add $name to the crontab of $whose: $entry"
else
    wish "change $name in the crontab of $whose from $is to $entry"
fi

#: act
was entry "$is"
{
    [ -z "$lines" ] || print_text "$lines$newline" |
        MARK=$mark awk '$0 == ENVIRON["MARK"] { skip = 1; next } skip { skip = 0; next } { print }'
    [ -z "$entry" ] || print_text "$mark$newline$entry$newline"
} | table - || fail not-taken "The crontab of $whose was not taken; the program's words are above"
