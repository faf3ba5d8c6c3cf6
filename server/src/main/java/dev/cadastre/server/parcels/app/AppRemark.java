package dev.cadastre.server.parcels.app;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something of an app that is no problem, and that somebody should know.
 *
 * @param code stable
 * @param message a sentence for people
 * @param command what to say on a command line then; null if nothing is to be done
 */
@NamedInterface("app")
public record AppRemark(String code, String message, @Nullable String command) {}
