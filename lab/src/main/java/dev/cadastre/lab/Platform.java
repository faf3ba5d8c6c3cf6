package dev.cadastre.lab;

/** What kind of system a host is: which root tree it stands on and who keeps its packages. */
public enum Platform {
    /** Debian with dpkg, Python, ps and ip. */
    DEBIAN("debian", "deb"),
    /** A system of the Red Hat family: an RPM database, and no trace of dpkg. */
    RPM("rpm", "rpm"),
    /** Nothing but busybox and sshd, with the package database of Alpine. */
    BUSYBOX("busybox", "apk");

    private final String tree;
    private final String packageFormat;

    Platform(String tree, String packageFormat) {
        this.tree = tree;
        this.packageFormat = packageFormat;
    }

    String tree() {
        return tree;
    }

    String packageFormat() {
        return packageFormat;
    }
}
