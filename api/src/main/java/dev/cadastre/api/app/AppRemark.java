package dev.cadastre.api.app;

import org.jspecify.annotations.Nullable;

/**
 * Something of an app that is no problem, and that somebody should know.
 *
 * @param code stable: {@code app.consumer-outdated}, {@code app.binding-outdated}, {@code
 *     app.fact-unknown}
 * @param message a sentence for people
 * @param command what to say on a command line then; null if nothing is to be done
 */
public record AppRemark(String code, String message, @Nullable String command) {}
