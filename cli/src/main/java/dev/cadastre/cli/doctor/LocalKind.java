package dev.cadastre.cli.doctor;

/** All that can be found without the server, with what to do about it; see the manual's chapter. */
public enum LocalKind {
    CONFIGURATION_INVALID(
            "configuration.invalid",
            "Run `cadastre config check FILE`, put right what it names, and start the server"
                    + " again."),
    HOME_MISSING(
            "home.missing",
            "Start the server once with `cadastre up`, or name its home with --home or"
                    + " CADASTRE_HOME."),
    HOME_OWNER(
            "home.owner",
            "Run this and the server as the owner of the home, and give back to it what is others'"
                    + " there, if anything is: chown -R OWNER HOME."),
    HOME_OWNER_CHANGED(
            "home.owner-changed",
            "Give the home itself to whose all in it is: chown ACCOUNT HOME."),
    HOME_READABLE(
            "home.permissions",
            "Let its owner alone read it: chmod 600 for a file, 700 for a folder."),
    HOME_RESTORING(
            "home.restoring",
            "Run `cadastre restore FILE` again: what is there is a part of a register only."),
    KEY_READABLE(
            "key.permissions", "Make it chmod 600, and change the secrets that it has sealed."),
    SERVER_DOWN(
            "server.down",
            "See the other findings and the log for why, then start it: `cadastre up`, or where it"
                    + " is a service `systemctl start cadastre`, without systemd"
                    + " `/etc/init.d/cadastre start`."),
    SERVER_SILENT(
            "server.silent",
            "Give it a minute if it has just started; else see its log, end that process and start"
                    + " the server again."),
    SERVER_REFUSES(
            "server.refuses",
            "Run this as the user that runs the server, or sign in as an administrator: `cadastre"
                    + " login`."),
    SERVER_UNTRUSTED(
            "server.untrusted",
            "Name a PEM file with the authority that signed its certificate in CADASTRE_CA; if it"
                    + " has ended, put a new one in its place."),
    SERVER_FAILS("server.fails", "See the server's log for what went wrong."),
    SERVER_KILLED(
            "server.killed",
            "See whether the machine ran out of memory (dmesg), and start the server again; it"
                    + " takes up what it was at."),
    SERVER_ERROR("server.error", "Do what the line says, and start the server again."),
    LOG_FOLDER(
            "log.folder",
            "Make it, let the user that runs the server write into it, and see that its disk has"
                    + " room: without it the server does not start."),
    DATABASE_UNREACHABLE(
            "database.unreachable",
            "See whether PostgreSQL runs there and lets this machine in, and whether url in the"
                    + " section [database] of cadastre.conf is right."),
    PORT_TAKEN(
            "port.taken",
            "End that process, or start the server on another port: `cadastre up --port N`."),
    POSTMASTER_LEFT(
            "postgres.left-behind", "Start the server: it stops that process and starts its own."),
    DISK_LOW("disk.low", "Free room or enlarge the disk now: a full one stops the database."),
    CLOCK_BEHIND("clock.behind", "Let a time service such as chrony set the machine's clock."),
    CERTIFICATE_ENDING(
            "certificate.ending", "Put a new certificate in its place and start the server again."),
    CERTIFICATE_UNREADABLE(
            "certificate.unreadable",
            "Put a certificate in PEM there that the server's user can read: the next start needs"
                    + " it."),
    CACHE_MISSING(
            "java.cache-missing",
            "Install the package again, build again, or run bin/train.sh FOLDER where an archive was"
                    + " unpacked: each start takes several times as long without it.");

    private final String code;
    private final String remedy;

    LocalKind(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    /** As programs know it. */
    public String code() {
        return code;
    }

    /** What to do, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
