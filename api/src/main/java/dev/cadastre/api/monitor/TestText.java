package dev.cadastre.api.monitor;

/**
 * An executable text that is sent to hosts with each check, as {@code test.run} of a change takes
 * it.
 *
 * @param name what people know it by: one line, such as {@code shop-answers}
 * @param text all of it, at most 65536 bytes of UTF-8; no parameter in it is ever substituted
 */
public record TestText(String name, String text) {}
