# Removes package $1, in all its versions, through rpm.
set -eu
rpm -e --allmatches --nodeps --noscripts "$1"
