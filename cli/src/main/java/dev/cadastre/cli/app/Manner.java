package dev.cadastre.cli.app;

import dev.cadastre.cli.attach.Attachment;

/**
 * How what was ordered is done.
 *
 * @param why what for; may be empty
 * @param agreed whether nobody is asked
 * @param planned whether it is only shown
 * @param detached whether it is left to the server
 * @param stepwise whether somebody agrees to each step of a change
 * @param attachment how this machine takes part
 */
public record Manner(
        String why,
        boolean agreed,
        boolean planned,
        boolean detached,
        boolean stepwise,
        Attachment attachment) {}
