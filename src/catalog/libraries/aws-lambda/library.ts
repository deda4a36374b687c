/** AWS Lambda: functions that the service calls with an event, of a request from the web or of an agent. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';

const files = /^(.*?)(?:\/(?:index|app|handler|main|lambda_function))?\.(?:py|[cm]?[jt]s)$/;
const names = /^(?:handler|lambda_handler|lambdaHandler)$/;

const meanings: readonly Meaning[] = [
  {
    of: 'aws-lambda.request',
    when: 'placed',
    // What only events of API Gateway, load balancers and function URLs have.
    placed: {
      files,
      names,
      takes: [
        'body',
        'queryStringParameters',
        'multiValueQueryStringParameters',
        'pathParameters',
        'rawPath',
        'rawQueryString',
        'httpMethod',
        'isBase64Encoded',
        'requestContext',
      ],
    },
    asset: { kind: 'web-route', facts: { framework: { value: 'aws-lambda' } } },
    handlerParameters: 'untrusted-input',
    links: [{ relation: 'exposes', from: 'self', to: 'application' }],
    reference: 'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
  },
  {
    of: 'aws-lambda.action',
    when: 'placed',
    // What an agent of Bedrock asks an action for: its arguments are what the model wrote.
    placed: { files, names, takes: ['actionGroup', 'apiPath', 'parameters', 'requestBody'] },
    handlerParameters: 'model-output',
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html',
  },
];

export default defineLibrary({
  id: 'aws-lambda',
  title: 'AWS Lambda',
  homepage: 'https://docs.aws.amazon.com/lambda/',
  python: { packages: ['aws-lambda-powertools'], modules: ['aws-lambda'], meanings },
  javascript: { packages: ['@types/aws-lambda'], modules: ['aws-lambda'], meanings },
});
