#!/bin/sh
# The last step of a deployment job: tells Cadastre what was deployed where.
#
#     deployed.sh APP VERSION HOST…
#
# CADASTRE_SERVER and CADASTRE_TOKEN say where Cadastre is and who tells it; CI_JOB_ID and CI_JOB_URL
# are GitLab's, GITHUB_RUN_ID is GitHub's, and any other may set them. Told again by a job that is
# repeated, it is still one deployment.
set -eu

app=$1 version=$2
shift 2
hosts=
for host in "$@"; do
    hosts="$hosts${hosts:+, }\"$host\""
done
run=${CI_JOB_ID:-${GITHUB_RUN_ID:-}}
link=${CI_JOB_URL:-}

curl --fail-with-body --silent --show-error --retry 3 --max-time 20 \
    -H "Authorization: Bearer $CADASTRE_TOKEN" \
    -H 'Content-Type: application/json' \
    ${run:+-H "Idempotency-Key: ci-$run-$app"} \
    -d "{\"app\": \"$app\", \"version\": \"$version\", \"hosts\": [$hosts], \"tool\": \"ci\"${run:+, \"run\": \"$run\"}${link:+, \"link\": \"$link\"}}" \
    "${CADASTRE_SERVER:-http://localhost:7780}/api/v1/deployments?create=true"
