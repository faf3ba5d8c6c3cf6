package dev.cadastre.server.web.page;

import java.util.List;
import java.util.Locale;

/** The tabs of a host's page, in their order; the last part of the address names one. */
enum HostTab {
    PACKAGES,
    MONITORS,
    FACTS,
    SERVICES,
    DAEMONS,
    CONNECTIONS,
    RUNTIMES,
    SUPPORT,
    ADVISORIES,
    SOURCES,
    HISTORY;

    static final List<HostTab> ALL = List.of(values());

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return name().charAt(0) + path().substring(1);
    }
}
