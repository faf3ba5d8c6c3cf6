package dev.cadastre.server.monitoring.check;

/** How the text of a setting is understood. */
@FunctionalInterface
interface SettingType<T> {

    SettingReading<T> read(String text);
}
