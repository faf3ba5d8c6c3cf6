package dev.cadastre.change.operation;

import java.util.Map;

/** Fills templates with values. */
@FunctionalInterface
public interface Rendering {

    /**
     * The template with the values in their places; nothing is escaped, for it becomes no page.
     *
     * @throws IllegalArgumentException if the template is broken or names a value that there is
     *     not, with the line
     */
    String render(String template, Map<String, String> values);
}
