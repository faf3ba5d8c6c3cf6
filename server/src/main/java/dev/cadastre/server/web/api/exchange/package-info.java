/**
 * The register in the forms that other tools read: jsonstats and Talook, Ansible, Prometheus, ssh
 * and spreadsheets. Their forms are theirs, so lists here have no pages: they are whole, and are
 * read from the register a part at a time.
 */
@NullMarked
package dev.cadastre.server.web.api.exchange;

import org.jspecify.annotations.NullMarked;
