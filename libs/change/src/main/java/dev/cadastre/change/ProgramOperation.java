package dev.cadastre.change;

/**
 * An operation that is Java code and runs on the machine of whoever runs the change, never in a
 * server.
 */
public interface ProgramOperation extends Operation {

    /**
     * Compares and acts. Whatever is thrown ends the job as {@link Status#FAILED} with its message.
     *
     * @throws InterruptedException if it was stopped
     */
    ProgramResult run(ProgramContext context) throws InterruptedException;
}
