package dev.cadastre.server.monitoring.check;

/**
 * A setting that a check cannot be made of.
 *
 * @param setting its name
 * @param wrong what is wrong, as a sentence that names the value
 * @param remedy what to write, as a sentence
 */
public record SettingProblem(String setting, String wrong, String remedy) {}
