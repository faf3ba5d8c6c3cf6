# A daemon that is started anew, or reads its configuration again.
# shellcheck shell=sh disable=SC2154

#: look
init_here
state_of
if [ "$is_known" = no ] && [ "${is_undone:-no}" = yes ]; then
    fine "There is no daemon $name any more"
elif [ "$is_known" = no ]; then
    await no-daemon "There is no daemon $name yet"
    always "$how $name"
elif [ "$how" = reload ] && [ "$is_running" = no ]; then
    fine "$name does not run, and will read its configuration when it is started"
else
    may_change_daemons
    always "$how $name"
fi

#: act
case $how in
restart) restart_daemon ;;
reload) reload_daemon ;;
esac
