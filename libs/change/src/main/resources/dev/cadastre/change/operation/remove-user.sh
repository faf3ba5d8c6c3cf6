# An account that was made by a job, and is to be there no longer. Its files stay.
# shellcheck shell=sh disable=SC2154

#: look
if ! user_number "$name"; then
    basis absent
    fine "There is no account $name"
else
    basis "$number"
    wish "remove account $name; its files stay"
    [ "$(id -u)" -eq 0 ] || refuse not-root "Only root can change accounts; say as = root for the job"
fi

#: act
if have userdel; then userdel -- "$name"; else deluser "$name"; fi ||
    fail not-removed "The account $name could not be removed; the program's words are above"
