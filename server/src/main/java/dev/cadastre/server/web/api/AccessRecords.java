package dev.cadastre.server.web.api;

import dev.cadastre.api.AuditEntry;
import dev.cadastre.api.Grant;
import dev.cadastre.api.IssuedToken;
import dev.cadastre.api.Person;
import dev.cadastre.api.Role;
import dev.cadastre.api.Scope;
import dev.cadastre.api.Session;
import dev.cadastre.api.Token;
import java.util.List;

/** People, tokens and what they did as they are sent. */
final class AccessRecords {

    private AccessRecords() {}

    static Token token(dev.cadastre.server.access.Token token) {
        return new Token(
                token.id(),
                token.name(),
                scope(token.grant()),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.lastUsedAt());
    }

    static IssuedToken issued(dev.cadastre.server.access.IssuedToken issued) {
        return new IssuedToken(
                issued.token().id(),
                issued.token().name(),
                scope(issued.token().grant()),
                issued.token().expiresAt(),
                issued.secret());
    }

    static dev.cadastre.server.access.Grant grant(Scope scope) {
        return new dev.cadastre.server.access.Grant(
                role(scope.role()), scope.environment(), scope.host());
    }

    static Person person(dev.cadastre.server.access.Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.grants().stream()
                        .map(grant ->
                                new Grant(Role.valueOf(grant.role().name()), grant.environment()))
                        .toList(),
                person.hasPassword(),
                person.createdAt(),
                person.disabledAt());
    }

    static List<dev.cadastre.server.access.Grant> grants(List<Grant> grants) {
        return grants.stream()
                .map(grant ->
                        new dev.cadastre.server.access.Grant(
                                role(grant.role()), grant.environment()))
                .toList();
    }

    static Session session(dev.cadastre.server.access.Session session) {
        return new Session(
                session.id(),
                session.address(),
                session.client(),
                session.createdAt(),
                session.lastSeenAt(),
                session.current());
    }

    static AuditEntry entry(dev.cadastre.server.access.AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.environment(),
                entry.outcome(),
                entry.address());
    }

    private static Scope scope(dev.cadastre.server.access.Grant grant) {
        return new Scope(Role.valueOf(grant.role().name()), grant.environment(), grant.host());
    }

    private static dev.cadastre.server.access.Role role(Role role) {
        return dev.cadastre.server.access.Role.valueOf(role.name());
    }
}
