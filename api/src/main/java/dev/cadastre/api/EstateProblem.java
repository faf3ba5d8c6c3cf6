package dev.cadastre.api;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an estate file.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param code stable, for programs
 * @param remedy what to do; null where the message says it all
 */
public record EstateProblem(
        String file, int line, int column, String code, String message, @Nullable String remedy) {}
