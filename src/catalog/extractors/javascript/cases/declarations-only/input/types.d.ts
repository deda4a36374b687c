export declare const model: string;
export declare function create(options: { apiKey: string }): Promise<void>;
