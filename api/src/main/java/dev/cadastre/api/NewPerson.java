package dev.cadastre.api;

import java.util.List;

/**
 * Somebody to add, who then needs a sign-in link.
 *
 * @param name 1 to 64 letters, digits, dots, hyphens, underscores or at signs; kept in lower case
 * @param grants none for somebody who may do nothing yet
 */
public record NewPerson(String name, List<Grant> grants) {}
