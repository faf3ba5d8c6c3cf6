package dev.cadastre.server.storage.health;

/**
 * All that can be found, with what to do about it. Codes stay the same for ever; the manual's
 * chapter {@code doctor} has them all.
 */
public enum FindingKind {
    DEAD_ROWS(
            "database.dead-rows",
            "Run `vacuum (analyze)` on the table, and see that autovacuum is on and no transaction"
                    + " is left open."),
    WRAPAROUND(
            "database.wraparound",
            "Run `vacuum (freeze)` on the whole database before it refuses to write."),
    TRANSACTION_OLD(
            "database.transaction-old",
            "Find its program in pg_stat_activity and end it: what is deleted keeps its room as"
                    + " long as it goes on."),
    CONNECTIONS_FEW(
            "database.connections-few",
            "Raise max_connections of the database, or lower [database] connections of the servers"
                    + " that share it."),
    POOL_EXHAUSTED(
            "database.pool-exhausted",
            "See in pg_stat_activity what the connections do, then raise [database] connections or"
                    + " give the database a faster disk."),
    CONNECTIONS_FAILING(
            "database.connections-failing",
            "See whether the database runs and is in reach, what its log says, and whether"
                    + " database.pool-exhausted is found as well."),
    PARTITION_MISSING(
            "database.partition-missing",
            "Start the server again, which makes it, and see the log if it does not: without it"
                    + " nothing can be written in that month."),
    SCHEMA_OTHER(
            "database.schema-other",
            "Start the version of the program that made these tables, or a later one."),
    RETENTION_BEHIND(
            "retention.behind",
            "See what reads the table for long, such as pg_dump, and end it; it is tried again"
                    + " every twelve hours."),
    JOB_FAILED(
            "work.job-failed",
            "See the server's log for what went wrong; it is tried again when it is due next."),
    RUN_FORSAKEN(
            "work.run-forsaken",
            "Look at the run, and resume, settle or stop it: `cadastre run resume`."),
    RUN_WAITING(
            "work.run-waiting",
            "Look at the run, and approve it, answer it, or stop it: `cadastre run stop`."),
    ENDINGS_WAITING(
            "work.endings-waiting",
            "See the server's log for what stops it: it is tried again all the time, and until then"
                    + " the map, the timeline and apps do not know what the run has done."),
    HEARD_WAITING(
            "work.incidents-behind",
            "See the server's log for what stops it: until then nobody is told of what fails."),
    DELIVERIES_WAITING(
            "work.deliveries-waiting",
            "See what the last attempts said: `cadastre api GET deliveries`; then mend the channel"
                    + " or the address."),
    DELIVERIES_FAILED(
            "work.deliveries-failed",
            "Mend the channel or the address, then have them tried again on the page Deliveries."),
    CHECKS_LATE(
            "work.checks-late",
            "Check less often or from fewer monitors, or give the server more processors; "
                    + "`cadastre monitor status` tells how it goes on."),
    MAP_BEHIND(
            "work.map-behind",
            "Give it time after many reports at once; if it does not get less, see the log and give"
                    + " the server more processors."),
    DISK_LOW("disk.low", "Free room or enlarge the disk now: a full one stops the database."),
    DISK_FILLING(
            "disk.filling",
            "See what grows on the page Installation, keep it for less long, or enlarge the disk."),
    CLOCK_DIFFERS(
            "clock.differs", "Let a time service such as chrony set the clocks of both machines."),
    CLOCK_BREAK(
            "clock.break",
            "If the machine was neither asleep nor short of processor time, see what sets its clock;"
                    + " one time service only should."),
    CERTIFICATE_ENDING(
            "certificate.ending", "Put a new certificate in its place and start the server again."),
    CERTIFICATE_UNREADABLE(
            "certificate.unreadable",
            "Put a certificate in PEM there that the server's user can read: the next start needs"
                    + " it."),
    KEY_MISSING(
            "key.missing",
            "Put master.key back from where it is kept apart from backups, and start the server"
                    + " again; without it the secrets of apps are lost."),
    KEY_OTHER(
            "key.other",
            "Put the master.key back that sealed them, and start the server again; without it give"
                    + " the secrets of apps again by `cadastre app configure`, and put back by hand"
                    + " what an undone run was to put back."),
    KEY_READABLE(
            "key.permissions", "Make it chmod 600, and change the secrets that it has sealed."),
    HOME_READABLE(
            "home.permissions",
            "Let its owner alone read it: chmod 600 for a file, 700 for a folder."),
    ESTATE_PROBLEMS(
            "estate.problems",
            "See all of them with `cadastre estate check FILE`, and correct the file; until then the"
                    + " estate stays as it was."),
    COLLECTIONS_FAILING(
            "collections.failing",
            "See their reasons with `cadastre hosts`; where many fail at once, look at the network"
                    + " and the SSH key that they have in common."),
    EXAMINATION_FAILED(
            "examination.failed", "See the server's log for what went wrong, and ask again.");

    private final String code;
    private final String remedy;

    FindingKind(String code, String remedy) {
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
