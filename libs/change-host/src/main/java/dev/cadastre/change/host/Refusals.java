package dev.cadastre.change.host;

import dev.cadastre.change.run.HostSession.Refused;

/** Why a host will not have it, by what it and its sudo say. Pure. */
final class Refusals {

    private static final int MOST = 1000;

    private Refusals() {}

    /** By a record: a code, a blank and a reason. */
    static Refused of(String record) {
        int blank = record.indexOf(' ');
        return blank < 0
                ? new Refused(record, "It was refused without a reason")
                : new Refused(record.substring(0, blank), plain(record.substring(blank + 1)));
    }

    /** By what sudo said, which let nobody in. */
    static Refused sudo(Trip trip) {
        String told = plain(trip.toldBySudo());
        if (trip.isWrong()) {
            return new Refused(
                    "wrong-password",
                    "sudo was given no password that it takes"
                            + (told.isEmpty() ? "" : "; it says: " + told));
        }
        return new Refused(
                "not-allowed",
                "sudo does not let the account run commands as another: "
                        + (told.isEmpty() ? "it says nothing" : told));
    }

    /** One line, bounded. */
    static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
