package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.contact.Contact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one place.
 *
 * @param id the same however often it is sent, so that its receiver can drop what it has already
 * @param first the first delivery about the same incident to the same place; null if it is this one
 *     itself
 */
public record Delivery(UUID id, Contact contact, @Nullable UUID first) {}
