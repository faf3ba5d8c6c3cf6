package dev.cadastre.server.alerting.message;

/**
 * One notice in the forms that channels send; none of them depends on when it is sent.
 *
 * @param subject one line without control characters
 * @param text for people who read plain text
 * @param html the same with its markup, which contains nothing of others that is not escaped
 * @param json for programs, as docs/formats/webhook.md has it
 */
public record Message(String subject, String text, String html, String json) {}
