# Installs package $1 in version $2, written [epoch:]version-release, through rpm; other versions
# of that name leave.
set -eu
name=$1 evr=$2
epoch= version=${evr%-*} release=${evr##*-}
case $version in *:*) epoch="Epoch: ${version%%:*}" version=${version#*:} ;; esac
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cat >"$build/package.spec" <<SPEC
Name: $name
$epoch
Version: $version
Release: $release
BuildArch: noarch
Summary: A package of the test laboratory
License: Apache-2.0
%description
Only its record in the RPM database matters.
%files
SPEC
rpmbuild -bb --quiet --define "_topdir $build" "$build/package.spec"
rpm -U --oldpackage --nodeps --noscripts "$build"/RPMS/noarch/*.rpm
