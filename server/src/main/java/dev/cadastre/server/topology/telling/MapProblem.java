package dev.cadastre.server.topology.telling;

import org.springframework.modulith.NamedInterface;

/**
 * One of the things that are wrong with what was said of the map.
 *
 * @param code stable, for programs
 * @param place where it was said; may be empty
 * @param message what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
@NamedInterface("telling")
public record MapProblem(String code, String place, String message, String remedy) {}
