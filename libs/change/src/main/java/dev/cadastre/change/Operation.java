package dev.cadastre.change;

/**
 * What a job does: a wish, and the way to compare it with what is. Immutable. There are three
 * kinds: scripts for hosts, programs for the machine of whoever runs the change, and what the run
 * itself does.
 */
public interface Operation {

    /** Its name, {@code files.copy} for one. */
    String name();

    /** The wish in a few words, for people who read a plan: {@code /etc/motd from motd}. */
    String summary();
}
