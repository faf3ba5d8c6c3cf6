# A Puppet report processor that tells Cadastre of every run that changed a host.
#
# Put it on the server's module path as MODULE/lib/puppet/reports/cadastre.rb, and into puppet.conf:
#
#     [server]
#     reports = store,cadastre
#
# CADASTRE_SERVER and CADASTRE_TOKEN in the server's environment say where Cadastre is and who tells
# it. The application is called "puppet", its version is that of the configuration.
require 'json'
require 'net/http'
require 'puppet'
require 'uri'

Puppet::Reports.register_report(:cadastre) do
  desc 'Tells Cadastre of every run that changed a host.'

  def process
    return unless status == 'changed' && !noop

    uri = URI(ENV.fetch('CADASTRE_SERVER', 'http://localhost:7780'))
    uri.path = '/api/v1/deployments'
    uri.query = 'create=true'
    request = Net::HTTP::Post.new(uri, 'Content-Type' => 'application/json')
    request['Authorization'] = "Bearer #{ENV.fetch('CADASTRE_TOKEN')}"
    request.body = JSON.generate(
      'key' => "puppet-#{transaction_uuid}",
      'app' => 'puppet',
      'environment' => environment,
      'version' => configuration_version.to_s,
      'hosts' => [host.split('.').first],
      'by' => 'puppet',
      'tool' => 'puppet',
      'run' => transaction_uuid
    )
    answer = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == 'https', read_timeout: 20) do |http|
      http.request(request)
    end
    Puppet.warning("Cadastre was not told: #{answer.body}") unless answer.is_a?(Net::HTTPSuccess)
  rescue StandardError => e
    Puppet.warning("Cadastre was not told: #{e.message}")
  end
end
