package dev.cadastre.api.app;

import java.util.List;

/**
 * What meets a requirement of an app.
 *
 * @param binding what the requirement is called
 * @param requires what is required, as {@code postgresql >=13}
 * @param provider the app that meets it, as {@code db@qa}
 * @param hosts where that is
 */
public record AppBinding(String binding, String requires, String provider, List<String> hosts) {}
