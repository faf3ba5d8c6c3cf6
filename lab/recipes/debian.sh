# The root tree of a Debian host: the minimal system with sshd, Python (for peers that need it), ps, ip and curl.
# Run by lab/bin/prepare with the folder to build in.
tree=$1/debian

# The mirror that this machine itself uses; debootstrap has a default of its own for others.
mirror=
if grep -qx 'ID=debian' /etc/os-release; then
    mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        awk '$1 !~ /-/ && $2 == "main" { print $3; exit }')
fi

# shellcheck disable=SC2086
debootstrap --variant=minbase --include=openssh-server,python3,python3-apt,procps,iproute2,curl \
    bookworm "$tree" $mirror

# Each host has its own identity, and no account but root and ops, which has no rights at all.
rm -f "$tree"/etc/ssh/ssh_host_* "$tree/etc/machine-id"
chroot "$tree" useradd --create-home --shell /bin/sh --password '*' ops

# Package lists make Ansible's package facts build a cache of 70 MB on every host.
rm -rf "$tree"/var/lib/apt/lists/* "$tree"/var/cache/apt/*
