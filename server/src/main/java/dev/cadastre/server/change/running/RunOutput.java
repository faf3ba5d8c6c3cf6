package dev.cadastre.server.change.running;

import org.springframework.modulith.NamedInterface;

/**
 * What a job printed at a place, the last of it.
 *
 * @param isRunning whether more may come
 */
@NamedInterface("running")
public record RunOutput(String text, boolean isRunning) {}
