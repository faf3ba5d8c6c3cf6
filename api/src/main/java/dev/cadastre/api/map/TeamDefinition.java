package dev.cadastre.api.map;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a team, in the place of all that was said before. It is told of incidents by mail,
 * XMPP and web-hooks, each a list with commas or blanks between; everything else is for people.
 *
 * @param title what people call it; null for its name
 * @param email addresses at which it reads mail; null for nowhere
 * @param xmpp addresses of accounts that are written to; null for none
 * @param xmppRoom addresses of chat rooms that are written to; null for none
 * @param webhook URLs that take signed requests; null for none
 * @param webhookSecretName names of the secrets, which the server knows, that requests to these are
 *     signed with; null without web-hooks
 * @param escalation the team that hears of what nobody looks after; null for none
 * @param escalateAfter when it does, such as {@code 30m}; null as the server is set
 * @param remindEvery how often the team is reminded, such as {@code 2h}; null as the server is set
 * @param fallback the team that is told in its place if it cannot be; null for none
 * @param chat where it talks; null for nowhere
 * @param phone where it answers; null for nowhere
 * @param people who is in it; null if that is not said
 */
public record TeamDefinition(
        @Nullable String title,
        @Nullable String email,
        @Nullable String xmpp,
        @Nullable String xmppRoom,
        @Nullable String webhook,
        @Nullable String webhookSecretName,
        @Nullable String escalation,
        @Nullable String escalateAfter,
        @Nullable String remindEvery,
        @Nullable String fallback,
        @Nullable String chat,
        @Nullable String phone,
        @Nullable String people) {}
