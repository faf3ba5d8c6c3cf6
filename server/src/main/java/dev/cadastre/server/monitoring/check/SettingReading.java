package dev.cadastre.server.monitoring.check;

/** What came of reading the text of one setting. */
sealed interface SettingReading<T> {

    /** It means something. */
    record Read<T>(T value) implements SettingReading<T> {}

    /**
     * It does not.
     *
     * @param wrong a sentence that names the text
     * @param remedy a sentence
     */
    record Wrong<T>(String wrong, String remedy) implements SettingReading<T> {}

    static <T> SettingReading<T> read(T value) {
        return new Read<>(value);
    }

    static <T> SettingReading<T> wrong(String wrong, String remedy) {
        return new Wrong<>(wrong, remedy);
    }
}
