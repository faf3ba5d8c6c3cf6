package dev.cadastre.api.run;

import java.util.List;

/**
 * A job of a change.
 *
 * @param operation its operation's name
 * @param summary its wish in a few words; may be empty
 * @param restarts daemons that are restarted if it changed something
 * @param reloads daemons that read their configuration again if it changed something
 */
public record RunJob(
        String name,
        JobPlace at,
        JobKind kind,
        String operation,
        String summary,
        List<String> restarts,
        List<String> reloads) {}
